import { analysis } from '../../../store/analysis.ts';
import type { Analysis } from '../../../worker/protocol.ts';

type Known = Pick<Analysis, 'symbols' | 'policies'>;

let known: { readonly of: Known; readonly initials: ReadonlyMap<string, string> } | undefined;

function gathered({ symbols, policies }: Known): ReadonlyMap<string, string> {
  const all = new Map(symbols.map(({ name, initials }) => [name, initials]));
  for (const policy of policies) for (const [name, initials] of Object.entries(policy.initials)) all.set(name, initials);
  return all;
}

/** Before the name of what an amount is counted in; offered with it. */
const COUNTED = '累计于 ';

/** Pinyin initials of a value or name that a cell can hold, as far as the rules have been read. Gathered when a list of choices first asks. */
export function initialsOf(value: string): string | undefined {
  const of = analysis.getState().analysis;
  if (!of) return undefined;
  if (known?.of !== of) known = { of, initials: gathered(of) };
  const own = known.initials.get(value);
  if (own !== undefined || !value.startsWith(COUNTED)) return own;
  const name = known.initials.get(value.slice(COUNTED.length));
  return name === undefined ? undefined : `${name} ljy`;
}
