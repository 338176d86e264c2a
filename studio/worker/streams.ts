import type { Answer, EncounterInput, Ledger, LoadedBundle, WatchedCell } from '../../runtime/index.ts';
import { cellsOf, emptyLedger, settle, withOpenings } from '../../runtime/index.ts';
import type { CellState, Heeds, Settlement, Stream } from './protocol.ts';

export const optionsOf = ({ policy, knownOn, suppose }: Stream) => ({ policy, suppose, ...(knownOn === undefined ? {} : { knownOn }) });

const cellStates = (ledger: Ledger, policy: string): readonly CellState[] =>
  cellsOf(ledger)
    .filter((cell) => cell.policy === policy)
    .map(({ accumulator, keys, value, money, open }) => ({ accumulator, keys, value, money, open }));

/** Settles a stream from an empty ledger with its openings; each answer with the cells as they stood after it. */
export function settleStream(bundle: LoadedBundle, stream: Stream): Omit<Settlement, 'textVersion'> {
  const answers: Answer[] = [];
  const cells: (readonly CellState[])[] = [];
  const heeds: (Heeds | undefined)[] = [];
  let ledger = withOpenings(emptyLedger(), stream.openings);
  for (const encounter of stream.encounters) {
    const settled = settleWatched(bundle, encounter, ledger, stream);
    ledger = settled.ledger;
    answers.push(settled.answer);
    heeds.push(settled.heeds);
    cells.push(cellStates(ledger, stream.policy));
  }
  return { answers, cells, heeds };
}

/** Settles one encounter and says which of its fields that rested on. */
export function settleWatched(
  bundle: LoadedBundle,
  encounter: EncounterInput,
  ledger: Ledger,
  stream: Stream,
): { readonly answer: Answer; readonly ledger: Ledger; readonly heeds: Heeds | undefined } {
  const watch = { fields: new Set<string>(), checked: new Set<string>(), broken: new Set<string>(), cells: new Map<string, WatchedCell>() };
  const settled = settle(bundle, encounter, ledger, { ...optionsOf(stream), watch });
  const heeds = { fields: [...watch.fields], checked: [...watch.checked], broken: [...watch.broken], cells: [...watch.cells.values()] };
  return { ...settled, heeds: encounter.kind === undefined || encounter.kind === 'settle' ? heeds : undefined };
}

/** Settles all but the last encounter once, and gives the way to settle the last with other fields, without explanation. */
export function lastOf(bundle: LoadedBundle, stream: Stream): ((fields: Readonly<Record<string, unknown>>) => Answer) | undefined {
  const last = stream.encounters.at(-1);
  if (!last) return undefined;
  let ledger = withOpenings(emptyLedger(), stream.openings);
  for (const encounter of stream.encounters.slice(0, -1)) ledger = settle(bundle, encounter, ledger, optionsOf(stream)).ledger;
  return (fields) => settle(bundle, { ...last, fields }, ledger, { ...optionsOf(stream), explain: false }).answer;
}
