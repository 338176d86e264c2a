import type { Answer, ExplanationLine } from '../../runtime/index.ts';
import type { SourceRange } from '../../runtime/ir/types.ts';
import type { Cause } from './cause.ts';

/** What a cause rests on in the answer as it is: the rule's line, what it says with its numbers, and the sentences it cites. */
export interface Ground {
  /** The event in which it shows. */
  readonly event: string;
  readonly address: string;
  readonly zh: { readonly title: string; readonly detail: string };
  readonly en: { readonly title: string; readonly detail: string };
  readonly formula: string;
  readonly source: SourceRange;
  readonly row?: string;
  readonly citations: ExplanationLine['citations'];
}

/**
 * The line of an explanation that a cause is about, with the sentences of the nearest line that cites any: its own, else of what it reads, else
 * of what reads it. Undefined when the answer does not speak of it.
 */
export function groundOf(cause: Cause, answer: Answer): Ground | undefined {
  const lines = (answer.explanation?.lines ?? []).filter((line) => (line.policy ?? answer.policy) === cause.policy);
  // Where the changed rule had no part in the answer, the payment speaks: it is the figure that differs.
  const line = lineOf(cause, lines) ?? lines.find(({ form }) => form === 'payment') ?? lines.at(-1);
  if (!line) return undefined;
  const cited = citing(line, lines);
  return {
    event: answer.event,
    address: line.address,
    zh: line.zh,
    en: line.en,
    formula: line.formula,
    source: cited.rowSource ?? line.rowSource ?? line.source,
    ...(cited.row === undefined ? {} : { row: cited.row }),
    citations: cited.citations,
  };
}

function lineOf({ kind, address, instead }: Cause, lines: readonly ExplanationLine[]): ExplanationLine | undefined {
  const bare = address.replace(/\[.*$/u, '');
  const own = lines.find((line) => line.address === address) ?? lines.find((line) => line.address === bare);
  switch (kind) {
    case 'cap':
    case 'expenseCap':
      // The rule that the cap cuts says how much is left of it.
      return lines.find((line) => line.reads.includes(address) && (line.form === 'payment' || line.form === 'expenseCap')) ?? own;
    case 'accumulator':
    case 'alone':
      return (
        lines.find((line) => line.form === 'used' && (kind === 'alone' || line.address.endsWith(`[${address}]`))) ??
        lines.find((line) => line.form === 'payment')
      );
    case 'rounding':
    case 'version':
      return lines.find((line) => line.form === 'payment') ?? lines.at(-1);
    case 'benefit':
      return lines.find((line) => line.address.startsWith(`${address}.`));
    case 'fact':
      return (
        lines.find((line) => line.row !== undefined && instead !== undefined && line.row.includes(instead.split(' → ')[0] ?? '')) ??
        lines.find((line) => line.form === 'payment')
      );
    default:
      return own;
  }
}

/** Breadth first over what the line reads, then over what reads it. */
function citing(line: ExplanationLine, lines: readonly ExplanationLine[]): ExplanationLine {
  const limit = lines.find((one) => line.reads.includes(one.address) && one.form === 'limit');
  const queue: ExplanationLine[] = limit ? [limit, line] : [line];
  const seen = new Set(queue);
  for (const one of queue) {
    if (one.citations.length > 0) return one;
    for (const next of lines)
      if (!seen.has(next) && one.reads.includes(next.address)) {
        seen.add(next);
        queue.push(next);
      }
  }
  return lines.find((one) => one.citations.length > 0 && one.reads.includes(line.address)) ?? line;
}
