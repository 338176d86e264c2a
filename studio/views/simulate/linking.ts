import type { ExplanationLine } from '../../../runtime/answer.ts';
import { selection } from '../../store/selection.ts';
import { simulation } from '../../store/simulation.ts';
import type { TextRange } from '../../worker/protocol.ts';

/** The range that shows a line best: the row that was looked up, else the rule itself. */
export const rangeOf = (line: ExplanationLine): TextRange => {
  const { file, start, end } = line.rowSource ?? line.source;
  return { file, start, end };
};

/** Looks at one step: its rule text is selected in every open pane. */
export function selectStep(line: ExplanationLine | undefined, address: string): void {
  simulation.setState({ step: address });
  const found = line?.citations.find((citation) => citation.found !== undefined);
  selection.setState({
    address,
    rule: line === undefined ? undefined : rangeOf(line),
    clause: found?.found === undefined ? undefined : { file: found.document, ...found.found },
  });
}
