import { isComposing } from '../../loop/composition.ts';
import { analysis } from '../../store/analysis.ts';
import { selection } from '../../store/selection.ts';
import { workspace } from '../../store/workspace.ts';
import { citationAt } from './select.ts';

/** How long the hand must rest before others follow. */
const REST_MS = 80;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The sentence that the rule under the caret rests on becomes the one selection, unless it is pinned. */
export function followCaret(file: string, caret: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (isComposing() || selection.getState().pinned || analysis.getState().version !== workspace.getState().version) return;
    const link = citationAt(analysis.getState().analysis?.citations ?? [], file, caret);
    const clause = link?.found && link.document !== undefined ? { file: link.document, ...link.found } : undefined;
    const before = selection.getState();
    if (before.clause?.start === clause?.start && before.clause?.file === clause?.file && before.rule?.start === link?.rule.start) return;
    selection.setState({ clause, rule: link?.rule, address: undefined });
  }, REST_MS);
}
