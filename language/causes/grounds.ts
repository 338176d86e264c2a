import type { Answer, ExplanationLine, PolicyIr } from '../../runtime/index.ts';
import type { SourceRange } from '../../runtime/ir/types.ts';
import type { Cause } from './cause.ts';
import { changedBetween, pairedNumber, ruleOf } from './rule.ts';

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
  /** The number that the sentence speaks of: "50%", "2000.00". */
  readonly value?: string;
  /** Of the rule that was changed, and of no other: empty where that rule cites nothing. */
  readonly citations: ExplanationLine['citations'];
}

/** The line of an explanation that a cause is about, with the sentences of the rule that was changed. Undefined when there are no lines. */
export function groundOf(cause: Cause, answer: Answer, policy: PolicyIr | undefined): Ground | undefined {
  const lines = (answer.explanation?.lines ?? []).filter((line) => (line.policy ?? answer.policy) === cause.policy);
  const own = lineOf(cause, lines);
  // Where the changed rule had no part in the answer, the payment speaks: it is the figure that differs. Its sentence would be another rule's.
  const line = own ?? lines.find(({ form }) => form === 'payment') ?? lines.at(-1);
  if (!line) return undefined;
  const rule = policy && ruleOf(cause, policy, line.version);
  const cited = rule && rule.citations.length > 0 ? undefined : citedLine(cause, line, lines, own !== undefined, policy);
  // What an exception leaves of a number stands in no sentence.
  const spoken = cause.kind === 'exception' || cause.kind === 'exceptionForced' ? undefined : cited?.value;
  const value = spoken && spoken.kind !== 'open' ? spoken.text : rule?.value;
  return {
    event: answer.event,
    address: line.address,
    zh: line.zh,
    en: line.en,
    formula: line.formula,
    source: cited?.rowSource ?? cited?.source ?? rule?.source ?? line.rowSource ?? line.source,
    ...(cited?.row === undefined ? {} : { row: cited.row }),
    ...(value === undefined ? {} : { value }),
    citations: named(cause, cited?.citations ?? rule?.citations ?? []),
  };
}

/** An exception cites nothing of its own where its whole benefit does: of those sentences the one its name was taken from comes first. */
function named({ kind, instead = '' }: Cause, citations: Ground['citations']): Ground['citations'] {
  if (kind !== 'exception' && kind !== 'exceptionForced') return citations;
  const shared = (quote: string): number => [...new Set(instead)].filter((sign) => quote.includes(sign)).length;
  return citations.toSorted((a, b) => shared(b.quote) - shared(a.quote));
}

const NUMBERS = new Set(['ratio', 'standard', 'limit']);

/** The line of a definition: its own, else that of the number that passes it on. */
const tellingOf = (address: string, lines: readonly ExplanationLine[]): ExplanationLine | undefined =>
  lines.find((line) => line.address === address) ??
  lines.find((line) => NUMBERS.has(line.form) && (line.row?.startsWith(`${address}[`) === true || line.reads.includes(address))) ??
  lines.find((line) => line.reads.includes(address));

function lineOf({ kind, address, instead }: Cause, lines: readonly ExplanationLine[]): ExplanationLine | undefined {
  switch (kind) {
    case 'cap':
    case 'expenseCap':
      // The rule that the cap cuts says how much is left of it.
      return (
        lines.find((line) => line.reads.includes(address) && (line.form === 'payment' || line.form === 'expenseCap')) ??
        tellingOf(address, lines)
      );
    case 'accumulator':
    case 'alone':
      return lines.find((line) => line.form === 'used' && (kind === 'alone' || line.address.endsWith(`[${address}]`)));
    case 'rounding':
    case 'version':
      return lines.find((line) => line.form === 'payment') ?? lines.at(-1);
    case 'benefit':
      return lines.find((line) => line.address.startsWith(`${address}.`));
    case 'fact':
      return lines.find((line) => line.row !== undefined && instead !== undefined && line.row.includes(instead.split(' → ')[0] ?? ''));
    default: {
      const exact = lines.find((line) => line.address === address);
      return exact ?? tellingOf(address.replace(/\[.*$/u, ''), lines);
    }
  }
}

/** The line whose sentence is that of the changed rule: its own, that of the number it uses, or of what it is worked out from. */
function citedLine(
  cause: Cause,
  line: ExplanationLine,
  lines: readonly ExplanationLine[],
  spoken: boolean,
  policy: PolicyIr | undefined,
): ExplanationLine | undefined {
  const read = (form: string): ExplanationLine | undefined => lines.find((one) => one.form === form && line.reads.includes(one.address));
  switch (cause.kind) {
    case 'cap':
    case 'expenseCap':
      return lines.find((one) => one.address === cause.address) ?? read('limit');
    case 'used':
    case 'accumulator':
    case 'alone': {
      const number = policy && pairedNumber(policy, line.version, line.address);
      return lines.find((one) => one.address === number);
    }
    case 'deductible':
      return read('standard') ?? nearest(line, lines);
    case 'order':
      return line.citations.length > 0 ? line : (read('ratio') ?? nearest(line, lines));
    case 'rounding':
      return undefined;
    case 'version':
      return policy && lines.find((one) => changedBetween(policy, one, cause.instead ?? ''));
    case 'benefit':
      return nearest(line, lines) ?? lines.find((one) => one.citations.length > 0 && one.reads.includes(line.address));
    default:
      return spoken ? nearest(line, lines) : undefined;
  }
}

/** Breadth first over what a line is worked out from. */
function nearest(line: ExplanationLine, lines: readonly ExplanationLine[]): ExplanationLine | undefined {
  const queue: ExplanationLine[] = [line];
  const seen = new Set(queue);
  for (const one of queue) {
    if (one.citations.length > 0) return one;
    for (const next of lines)
      if (!seen.has(next) && one.reads.includes(next.address)) {
        seen.add(next);
        queue.push(next);
      }
  }
  return undefined;
}
