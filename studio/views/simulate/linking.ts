import type { Answer, ExplanationLine } from '../../../runtime/answer.ts';
import { selection } from '../../store/selection.ts';
import { simulation } from '../../store/simulation.ts';
import { workspace } from '../../store/workspace.ts';
import type { TextRange } from '../../worker/protocol.ts';
import { groundsOf } from './grounds.ts';

/** Citations name a document by its file name; the workspace keeps it under a path. */
const clauseOf = (citations: ExplanationLine['citations']): TextRange | undefined => {
  const paths = Object.keys(workspace.getState().files);
  for (const { document, found } of citations) {
    const file = paths.find((path) => path === document || path.endsWith(`/${document}`));
    if (file !== undefined && found !== undefined) return { file, ...found };
  }
  return undefined;
};

/** Looks at one step: its row or line of rule text and its sentence are selected in every open pane. */
export function selectStep(answer: Answer | undefined, address: string): void {
  simulation.setState({ step: address });
  const line = answer?.explanation?.lines.find((one) => one.address === address);
  if (!answer || !line) {
    selection.setState({ address, rule: undefined, clause: undefined });
    return;
  }
  const { focus, rows, citations } = groundsOf(line, answer);
  selection.setState({ address, rule: rows.at(-1)?.range ?? focus, clause: clauseOf(citations) });
}
