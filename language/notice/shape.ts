import { dayFromText } from '../../runtime/calendar/date.ts';
import type { DayText } from '../../runtime/ir/types.ts';
import type { Field } from '../2-syntax/nodes/declaration.ts';
import type { Item, TopLevel } from '../2-syntax/nodes/policy.ts';
import { placesOf } from '../3-check/analyses/places.ts';
import { ladderOfTexts, standing } from '../3-check/analyses/standing.ts';
import { chainsOf } from '../3-check/forms/chain.ts';
import { printName, printPath, spelling } from '../3-check/forms/print.ts';

/** What a new benefit of a policy can be made of. */
export interface PolicyShape {
  readonly scheme: string;
  /** Fields that take one of some values, with those, in their order. */
  readonly choices: readonly { readonly field: string; readonly values: readonly string[] }[];
  readonly payers: readonly string[];
  /** Parts of the bill. */
  readonly parts: readonly string[];
  readonly person: string;
  /** Every name that is taken. */
  readonly names: readonly string[];
  /** What 停止 can end: benefits, payments and what holds on top of a value, each as 停止 names it. */
  readonly stoppable: readonly string[];
  /** 依据: alias and file. */
  readonly documents: readonly { readonly alias: string; readonly file: string }[];
}

/** Reads what a policy declares on a day, with what it inherits; undefined when there is no such policy. */
export function shapeOf(blocks: readonly TopLevel[], policy: string, on: DayText): PolicyShape | undefined {
  const ladder = ladderOfTexts(blocks);
  const rung = ladder.get(policy);
  if (rung?.block.kind !== 'policy') return undefined;
  const { items } = standing(rung, ladder, dayFromText(on) ?? 0);
  const fields = items.filter((item): item is Field => item.kind === 'field');
  const scheme = items.find((item) => item.kind === 'scheme');
  const subject = items.find((item) => item.kind === 'subject');
  const shown = scheme?.kind === 'scheme' ? scheme.value : undefined;
  return {
    scheme: shown?.kind === 'reference' ? (shown.path.names[0]?.text ?? '') : '',
    choices: fields.flatMap(({ name, type }) =>
      type.kind === 'enum' ? [{ field: name.text, values: type.values.map((value) => value.name.text) }] : [],
    ),
    payers: items.flatMap((item) => (item.kind === 'payer' ? [item.name.text] : [])),
    parts: items.flatMap((item) => (item.kind === 'bill' ? item.parts.map(({ name }) => name.text) : [])),
    person: subject?.kind === 'subject' ? (subject.field.names[0]?.text ?? '参保人') : '参保人',

    names: items.flatMap(nameIn),
    stoppable: stoppableIn(items),
    documents: items.flatMap((item) => (item.kind === 'document' ? [{ alias: item.alias.text, file: item.file.text }] : [])),
  };
}

/** Values and what they are read from stay: a sentence that ends something ends a rule. */
const NO_RULES: ReadonlySet<Item['kind']> = new Set<Item['kind']>([
  'definition',
  'parameter',
  'field',
  'computed',
  'accumulator',
  'payer',
  'document',
  'bill',
]);

function stoppableIn(items: readonly Item[]): readonly string[] {
  const values = new Set(items.filter(({ kind }) => NO_RULES.has(kind)).flatMap(nameIn));
  const whole = placesOf(items).flatMap(({ names: [name, ...more], keys, remove }) =>
    name === undefined || more.length > 0 || keys.length > 0 || remove === undefined || values.has(name) ? [] : [spelling(name)],
  );
  const over = [...chainsOf(items)].flatMap(([item, chain]) => (chain ? [`${printPath(chain.target)}.${printName(item.name)}`] : []));
  return [...new Set([...whole, ...over])];
}

const nameIn = (item: Item): readonly string[] => ('name' in item && item.name && 'text' in item.name ? [item.name.text] : []);
