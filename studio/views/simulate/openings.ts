/** Which running totals of a patient can have held something before the first visit. */
import type { OpeningCell } from '../../../runtime/answer.ts';
import type { SimulationState } from '../../store/simulation.ts';
import { currentPatient } from '../../store/simulation.ts';

export interface OpeningRow {
  /** "年门诊起付 2023" */
  readonly label: string;
  readonly cell: Omit<OpeningCell, 'value'>;
  readonly money: boolean;
  readonly value: string | undefined;
}

const same = (one: OpeningCell, accumulator: string, keys: readonly string[]): boolean =>
  one.accumulator === accumulator && one.keys.map(String).join('\u0000') === keys.join('\u0000');

/** Those that a visit reads, and those that are stated already. */
export function openingRows(state: SimulationState, policy: string): readonly OpeningRow[] {
  const patient = currentPatient(state);
  if (!patient || state.settledPatient !== patient.id) return [];
  const rows = new Map<string, OpeningRow>();
  const add = (owner: string | undefined, accumulator: string, keys: readonly string[], money: boolean): void => {
    const shown = keys.filter((key) => key !== patient.name);
    const label = [...(owner === undefined || owner === policy ? [] : [owner]), accumulator, ...shown].join(' ');
    const value = patient.openings.find((one) => same(one, accumulator, keys))?.value;
    if (!rows.has(label))
      rows.set(label, { label, cell: { ...(owner === undefined ? {} : { policy: owner }), accumulator, keys }, money, value });
  };
  for (const heeds of state.settlement?.heeds ?? [])
    for (const { policy: owner, accumulator, keys, money } of heeds?.cells ?? []) add(owner, accumulator, keys, money);
  for (const one of patient.openings) add(one.policy, one.accumulator, one.keys.map(String), /^-?\d+(\.\d{1,2})?$/.test(one.value));
  return [...rows.values()];
}
