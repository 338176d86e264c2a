import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { setIn } from '../../loop/patient-sets.ts';
import { reviewSet } from '../../loop/reviewing.ts';
import { analysis, summaryOf } from '../../store/analysis.ts';
import type { PatientSet } from '../../store/patient-sets.ts';
import { folderOfSet, patientSetPaths } from '../../store/patient-sets.ts';
import type { ReviewState } from '../../store/review.ts';
import { review, setShown } from '../../store/review.ts';
import { workspace } from '../../store/workspace.ts';
import type { PolicySummary } from '../../worker/protocol.ts';
import type { Case, Group, ReviewColumn } from './select.ts';
import { casesIn, columnsOf, filtered, groupsOf } from './select.ts';

/** The set on the table as the screen shows it. */
export interface Table {
  readonly state: ReviewState;
  readonly path: string;
  readonly set: PatientSet;
  readonly summaries: readonly PolicySummary[];
  readonly cases: readonly Case[];
  /** All of them, and those that the filter lets through. */
  readonly groups: readonly Group[];
  readonly shown: readonly Group[];
  readonly columns: readonly ReviewColumn[];
  readonly chosen: Case | undefined;
  readonly group: Group | undefined;
}

/** Sets this large are settled when asked for, not whenever the text changes. */
const SETTLED_AT_ONCE = 400;
const REST_MS = 150;

/** Keeps a set of the chosen policy's area on the table and its results those of the text. */
export function useSets(): { readonly paths: readonly string[]; readonly path: string | undefined; readonly ready: boolean } {
  const files = useStore(workspace, (now) => now.files);
  const policy = useStore(workspace, (now) => now.policy);
  const found = useStore(analysis);
  const path = useStore(review, (now) => now.path);
  const paths = useMemo(() => patientSetPaths(workspace.getState()).filter((one) => one in files), [files]);
  const folder = found.analysis?.declared.find(({ name }) => name === policy)?.folder;
  useEffect(() => {
    if (found.analysis === undefined || (path !== undefined && paths.includes(path))) return;
    const mine = paths.filter((one) => folderOfSet(one) === folder);
    const about = mine.find((one) => {
      const set = setIn(files[one]);
      return set?.ok && set.set.patients.some((patient) => patient.policy === policy);
    });
    review.setState((state) => setShown(state, about ?? mine[0] ?? paths[0]));
  }, [found.analysis, paths, path, folder, files, policy]);

  const file = path === undefined ? undefined : files[path];
  const { version } = found;
  useEffect(() => {
    const set = setIn(file);
    if (!set?.ok || version < 0 || set.set.patients.length > SETTLED_AT_ONCE) return undefined;
    const timer = setTimeout(() => void reviewSet(), REST_MS);
    return () => clearTimeout(timer);
  }, [file, version]);
  return { paths, path, ready: found.analysis !== undefined };
}

/** The set on the table; undefined while there is none that can be read. */
export function useTable(): Table | undefined {
  const state = useStore(review);
  const file = useStore(workspace, (now) => (state.path === undefined ? undefined : now.files[state.path]));
  const found = useStore(analysis);
  const read = setIn(file);
  const set = read?.ok ? read.set : undefined;
  const summaries = useMemo(
    () => [...new Set(set?.patients.map(({ policy }) => policy))].flatMap((name) => summaryOf(found, name)?.summary ?? []),
    [set, found],
  );
  const cases = useMemo(() => (set ? casesIn(set, state.results) : []), [set, state.results]);
  const groups = useMemo(() => groupsOf(cases, state.groups), [cases, state.groups]);
  const { filter, sample } = state;
  const shown = useMemo(() => filtered(groups, { filter, sample }), [groups, filter, sample]);
  const columns = useMemo(() => (set ? columnsOf(set, summaries) : []), [set, summaries]);
  if (!set || state.path === undefined) return undefined;
  const chosen = cases.find(({ patient }) => patient.id === state.patientId);
  const group = chosen && groups.find((one) => one.cases.some(({ number }) => number === chosen.number));
  return { state, path: state.path, set, summaries, cases, groups, shown, columns, chosen, group };
}
