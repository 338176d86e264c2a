// Scope: moment. Patients for whom the reviewer gave the rules back to the author, as long as they still differ; the decisions stand in the sets.

import { createStore } from 'zustand/vanilla';
import type { PatientSet } from './patient-sets.ts';
import type { ReturnedDraft } from './signing.ts';

/** A patient who was given back. */
export interface Returned {
  /** Of the set. */
  readonly path: string;
  readonly set: string;
  readonly id: string;
  readonly name: string;
  readonly policy: string;
  /** The reviewer's own words. */
  readonly reason: string;
}

export interface ReturnedState {
  readonly patients: readonly Returned[];
  readonly drafts: readonly ReturnedDraft[];
}

/** What waits for the author. */
export const returned = createStore<ReturnedState>(() => ({ patients: [], drafts: [] }));

/** The patients of a set that were given back, whatever came of them since. */
export const givenBack = (path: string, { title, patients }: PatientSet): readonly Returned[] =>
  patients.flatMap(({ id, name, policy, disposition }) =>
    disposition?.kind === 'rules' ? [{ path, set: title, id, name, policy, reason: disposition.reason }] : [],
  );
