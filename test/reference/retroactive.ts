/** 期初 追溯: what an event settled under a law without an accumulator adds to it. Read from the manual's page of the word, and from L24. */
import type { DefinitionModel, PolicyModel, VersionModel } from '../../language/model/types.ts';
import type { Entry } from './cells.ts';
import { keysOf } from './cells.ts';
import { itemsOf, within } from './composed.ts';
import type { Asked } from './expression.ts';
import { evaluate } from './expression.ts';
import { hit } from './hits.ts';
import type { Stated } from './kept.ts';
import { walkLayer } from './layer.ts';
import { fraction } from './number.ts';
import type { Outcome } from './worlds.ts';
import type { Worth } from './worth.ts';
import { dateOf, Gap, gapIn, isNumber, ZERO } from './worth.ts';

/** Forms of a definition that are no amount of a benefit. */
const NO_BENEFIT: readonly DefinitionModel['form']['kind'][] = [
  'definition',
  'parameter',
  'computed',
  'due',
  'deferral',
  'eligibility',
  'allocation',
  'receiver',
  'guarantee',
  'applies',
];

type Rule = VersionModel['entries'][number];

/** The line of the first law that declares an accumulator, where it is one that looks back. */
function firstLine(policy: PolicyModel, accumulator: string): { readonly version: VersionModel; readonly rule: Rule } | undefined {
  const cells = [...policy.timeline].sort(
    (a, b) => (a.from ? dateOf(a.from).getTime() : -Infinity) - (b.from ? dateOf(b.from).getTime() : -Infinity),
  );
  for (const { version: index } of cells) {
    const version = index === undefined ? undefined : policy.versions[index];
    const rule = version?.entries.find((one) => one.accumulator === accumulator);
    if (version && rule) return rule.retroactive ? { version, rule } : undefined;
  }
  return undefined;
}

/** What an event adds to accumulators that its own law does not have yet. */
export function remembered(policy: PolicyModel, outcome: Outcome, stated: Stated): readonly Entry[] {
  const own = outcome.layers.at(-1);
  const law = own?.version;
  if (!law || !own.asked || (outcome.status !== 'settled' && outcome.status !== 'open')) return [];
  return policy.accumulators.flatMap(({ name, how }): readonly Entry[] => {
    const line = firstLine(policy, name);
    if (!line || law.entries.some((one) => one.accumulator === name)) return [];
    const asked = askedUnder(line.version);
    return each(line.rule, asked).flatMap((one): readonly Entry[] => {
      const about = { policy: policy.name, accumulator: name };
      const guard = one instanceof Gap ? one : evaluate(line.rule.guard, one);
      if (guard === false) return [];
      const keys = one instanceof Gap ? [one] : line.rule.keys.map((key) => evaluate(key, one));
      const at = gapIn(...keys) ? undefined : keysOf(keys);
      const value =
        outcome.status === 'open' || one instanceof Gap ? undefined : how === 'count' ? fraction(1n) : evaluate(line.rule.value, one);
      if (how === 'sum' && value && isNumber(value) && value.over === 0n) return [];
      hit('retroactive entry');
      if (value === undefined || gapIn(guard, value, ...keys)) return [{ ...about, keys: at, value: undefined, reasons: [LOOKS_BACK] }];
      return [{ ...about, keys: at, value, reasons: [] }];
    });
  });

  function askedUnder(version: VersionModel): Asked {
    const books = { entries: [], given: new Map(), read: (): void => undefined };
    const known = new Map(version.definitions.map((one) => [one.address, one] as const));
    const booked = (address: string): Worth | undefined => {
      const definition = known.get(address);
      if (!definition || !['money', 'fen'].includes(definition.type.kind)) return undefined;
      const ofBenefit = definition.posting !== undefined || !NO_BENEFIT.includes(definition.form.kind);
      if (!own?.known.has(address)) return ofBenefit ? ZERO : undefined;
      const worth = own.asked?.definition(address);
      if (worth === undefined || worth instanceof Gap) return outcome.status === 'open' ? worth : undefined;
      return isNumber(worth) && (worth.over * 100n) % worth.under === 0n ? worth : undefined;
    };
    const { asked } = walkLayer({ policy, version, stated, books, supposed: new Map(), below: [], asking: new Set(), booked });
    if (!asked) throw new Error('nothing to ask');
    return asked;
  }
}

/** In the place of the reason that names the event. */
export const LOOKS_BACK = '追溯';

function each({ each: over }: Rule, asked: Asked): readonly (Asked | Gap)[] {
  if (!over) return [asked];
  const items = itemsOf(over, asked);
  return items instanceof Gap ? [items] : items.map((item) => within(asked, item));
}
