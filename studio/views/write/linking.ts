import { cellNear } from '../../loop/cells-at.ts';
import { isComposing } from '../../loop/composition.ts';
import { attachedEditor } from '../../loop/loop.ts';
import { analysis } from '../../store/analysis.ts';
import type { LookedCell, SelectionState } from '../../store/selection.ts';
import { selection } from '../../store/selection.ts';
import { cellNow, sheets } from '../../store/sheets.ts';
import { workspace } from '../../store/workspace.ts';
import { citationAt } from './select.ts';

/** How long the hand must rest before others follow. */
const REST_MS = 80;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The sentence that the rule at a place rests on, when the findings are about the text as it is. */
const citedAt = (file: string, offset: number): Pick<SelectionState, 'rule' | 'clause'> | undefined => {
  if (analysis.getState().version !== workspace.getState().version) return undefined;
  const link = citationAt(analysis.getState().analysis?.citations ?? [], file, offset);
  const clause = link?.found && link.document !== undefined ? { file: link.document, ...link.found } : undefined;
  return { clause, rule: link?.rule };
};

/** The table is that of the text as it is. */
const tabled = (file: string): boolean => {
  const { read } = sheets.getState();
  return read?.file === file && read.text === workspace.getState().files[file]?.text;
};

const cellAt = (file: string, offset: number): LookedCell | undefined => {
  const { read } = sheets.getState();
  const near = read && tabled(file) ? cellNear(read, offset) : undefined;
  if (!near) return undefined;
  const row = near.sheet.rows[near.row]?.id ?? '';
  const column = near.sheet.columns[near.col]?.id ?? '';
  return { file, start: near.start, end: near.end, sheet: near.sheet.id, row, column };
};

const same = (one: { readonly file: string; readonly start: number; readonly end: number } | undefined, other: typeof one): boolean =>
  one?.file === other?.file && one?.start === other?.start && one?.end === other?.end;

const look = (next: Pick<SelectionState, 'rule' | 'clause' | 'cell'>): void => {
  const before = selection.getState();
  if (
    same(before.clause, next.clause) &&
    same(before.rule, next.rule) &&
    same(before.cell, next.cell) &&
    before.cell?.column === next.cell?.column
  )
    return;
  selection.setState({ ...next, address: undefined });
};

/** The version of the texts when the caret was last followed: another one means that it moved by typing. */
let seen: number | undefined;
let stops: readonly (() => void)[] = [];
const leave = (): void => {
  clearTimeout(timer);
  for (const stop of stops) stop();
  stops = [];
};

/**
 * Sentence and cell that belong to the rule under the caret become the one selection, unless it is pinned. A caret that was put somewhere
 * before findings or table had come is followed when they have.
 */
export function followCaret(file: string, caret: number): void {
  leave();
  const { version } = workspace.getState();
  const typed = seen !== undefined && seen !== version;
  seen = version;
  let { clause } = selection.getState();
  const follow = (): void => {
    // A sentence taken in hand meanwhile is what is looked at.
    const taken = selection.getState().clause !== clause || workspace.getState().version !== version;
    // The hand is in the table: the caret that follows it leads nobody.
    const elsewhere = globalThis.document?.activeElement?.closest('[data-cells]');
    if (taken || elsewhere || isComposing() || selection.getState().pinned) {
      leave();
      return;
    }
    const cited = citedAt(file, caret);
    if (cited) look({ ...cited, cell: cellAt(file, caret) });
    clause = selection.getState().clause;
    if (typed || (cited && tabled(file))) leave();
  };
  timer = setTimeout(() => {
    stops = [analysis.subscribe(follow), sheets.subscribe(follow)];
    follow();
  }, REST_MS);
}

/** A cell taken in hand becomes the one selection at once; text and notice scroll to it once the hand rests. */
export function lookAtCell({ file, ...place }: Omit<LookedCell, 'start' | 'end'>): void {
  const at = cellNow(place);
  if (!at || selection.getState().pinned) return;
  const cell: LookedCell = { file, ...place, ...at };
  look({ ...(citedAt(cell.file, cell.start) ?? { clause: undefined, rule: undefined }), cell });
  leave();
  timer = setTimeout(() => {
    if (!isComposing()) attachedEditor()?.reveal({ file: cell.file, start: cell.start, end: cell.start }, false);
  }, REST_MS);
}
