/**
 * What a step rests on: its own line, the numbers it read (起付标准, 报销比例, 限额) with their rows and sentences, and where a cap cut,
 * the cap's line before its own.
 */
import type { Answer, ExplanationLine } from '../../../runtime/answer.ts';
import type { TextRange } from '../../worker/protocol.ts';

/** A number that was looked up. */
export interface GroundRow {
  /** "门诊比例[三级, 在职]" */
  readonly name: string;
  readonly range: TextRange;
}

export interface Grounds {
  /** The line to show: the cap's where it cut, else the step's own. */
  readonly focus: TextRange;
  readonly rows: readonly GroundRow[];
  readonly citations: ExplanationLine['citations'];
}

const NUMBERS = new Set(['standard', 'ratio', 'limit']);

/** The numbers that a line read, as lines of the same explanation. */
const numbersOf = (line: ExplanationLine, lines: readonly ExplanationLine[]): readonly ExplanationLine[] =>
  NUMBERS.has(line.form) ? [line] : lines.filter((other) => NUMBERS.has(other.form) && line.reads.includes(other.address));

const plain = ({ file, start, end }: TextRange): TextRange => ({ file, start, end });

/** Whether a cap took something off what this step would have paid. */
const wasCut = (line: ExplanationLine, answer: Answer): boolean =>
  answer.explanation?.waterfall.some((bar) => bar.kind === 'capCut' && bar.address === line.address) ?? false;

/** Everything to show beside a step that is looked at. */
export function groundsOf(line: ExplanationLine, answer: Answer): Grounds {
  // Layers may use one name for different things.
  const lines = (answer.explanation?.lines ?? []).filter(({ policy }) => policy === line.policy);
  const numbers = numbersOf(line, lines);
  const limit = wasCut(line, answer) ? numbers.find((other) => other.form === 'limit') : undefined;
  const rows = new Map<string, GroundRow>();
  for (const one of [...numbers, line]) {
    if (one.row !== undefined && one.rowSource !== undefined) rows.set(one.row, { name: one.row, range: plain(one.rowSource) });
  }
  const citations = new Map(
    [...line.citations, ...numbers.flatMap((one) => one.citations)].map((one) => [`${one.document}\n${one.quote}`, one]),
  );
  return { focus: plain(limit?.source ?? line.source), rows: [...rows.values()], citations: [...citations.values()] };
}
