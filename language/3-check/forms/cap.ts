import type { Expression } from '../../2-syntax/node.ts';
import type { BenefitLine } from '../../2-syntax/nodes/benefit.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { capOfTime, capOfWhat, lineTwice, noMeasure } from '../../diagnostics/forms.ts';
import { addressOf, builderAt } from './build.ts';
import type { CoreDefinition } from './core.ts';
import type { Lines } from './lines.ts';
import { isTable, usedOf } from './measure.ts';

type CapLine = Extract<BenefitLine, { readonly kind: 'cap' }>;

/** The caps of one kind of a benefit. */
export interface Caps {
  readonly definitions: readonly CoreDefinition[];
  /** What each cap still leaves: 取大(0元, 限额 - 已累计(acc)). */
  readonly left: readonly Expression[];
  /** For the explanation. */
  readonly limits: readonly { readonly limit: string; readonly used?: string }[];
  readonly aliases: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** A cap written in days or months. */
const timeOf = ({ value }: CapLine): Extract<Expression, { readonly kind: 'quantity' }> | undefined =>
  value.kind === 'quantity' && (value.unit === 'days' || value.unit === 'months') ? value : undefined;

const keyOf = (cap: CapLine): string => (cap.measure?.kind === 'against' ? addressOf(cap.measure.accumulator) : '每次');

/**
 * 限额 支付 x 累计于 acc:  X.支付限额 = x, and the payment is cut to 取大(0元, X.支付限额 - 已累计(acc)); 每次 leaves 已累计 out.
 * Several caps of a kind are X.支付限额[acc], one for each accumulator; an only one answers to that name too.
 */
export function expandCaps(lines: Lines, on: 'payment' | 'expense'): Caps {
  const { name } = lines;
  const noun = on === 'payment' ? '支付限额' : '费用限额';
  const mine: CapLine[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const cap of lines.caps.filter((line) => line.on === on && !timeOf(line))) {
    const first = mine.find((other) => keyOf(other) === keyOf(cap));
    if (first)
      diagnostics.push(
        lineTwice({ line: `限额 ${on === 'payment' ? '支付' : '费用'} … ${keyOf(cap)}`, benefit: name, span: cap.span, first: first.span }),
      );
    else mine.push(cap);
  }
  const several = mine.length > 1;
  const aliases = new Map<string, string>();
  if (!several && mine[0]) aliases.set(`${name}.${noun}[${keyOf(mine[0])}]`, `${name}.${noun}`);
  if (lines.caps.length === 1 && mine[0]) aliases.set(`${name}.限额`, `${name}.${noun}`);
  const parts = mine.map((cap) => {
    const build = builderAt(cap.span);
    const part = several ? `${noun}[${keyOf(cap)}]` : noun;
    const used = usedOf(lines, cap, noun);
    const limit = build.ref(name, part);
    const definition: CoreDefinition = {
      kind: 'formDefinition',
      address: `${name}.${part}`,
      type: 'money',
      rounded: false,
      value: cap.value,
      form: { kind: 'limit' },
      benefit: name,
      citations: lines.citationsOf(cap),
      span: cap.span,
    };
    return {
      definitions: [definition, ...(used ? [used.definition] : [])],
      left: build.greatest(build.zero, used ? build.binary(limit, '-', build.ref(name, used.part)) : limit),
      limit: { limit: definition.address, ...(used?.counted ? { used: used.definition.address } : {}) },
    };
  });
  return {
    definitions: parts.flatMap((part) => part.definitions),
    left: parts.map((part) => part.left),
    limits: parts.map((part) => part.limit),
    aliases,
    diagnostics,
  };
}

/** What is missing on the cap lines themselves. */
export function checkCaps(lines: Lines, accumulators: readonly string[]): readonly Diagnostic[] {
  return lines.caps.flatMap((cap) => {
    const value = isTable(cap.value) ? undefined : cap.value.span;
    const time = timeOf(cap);
    const accumulator = cap.measure?.kind === 'against' ? addressOf(cap.measure.accumulator) : undefined;
    if (time) return [capOfTime({ text: time.text, accumulator, span: time.span })];
    return [
      ...(cap.on ? [] : [capOfWhat({ at: value, span: cap.span })]),
      ...(cap.measure ? [] : [noMeasure({ line: '限额', accumulators, at: value, span: cap.span })]),
    ];
  });
}
