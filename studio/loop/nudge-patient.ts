import { analysis, summaryOf } from '../store/analysis.ts';
import type { SoughtPatient } from '../store/checking.ts';
import { checking } from '../store/checking.ts';
import { edgesOf } from '../store/versions.ts';
import { workspace } from '../store/workspace.ts';
import type { NudgedNumber } from '../worker/protocol.ts';
import { whenComposed } from './composition.ts';
import { ask } from './loop.ts';

let stop: AbortController | undefined;

/** A fen: whoever gets a fen more or less has noticed. */
const SMALLEST = 0;

/** Days on which a number can matter: the one looked at, then the first of each version, the newest first. */
function daysOf(policy: string): readonly string[] {
  const { day } = workspace.getState();
  const summary = summaryOf(analysis.getState(), policy)?.summary;
  const edges = summary ? edgesOf(summary) : [];
  return [...new Set([day, ...edges.map((edge) => edge.day).toReversed()])];
}

/**
 * Looks for the smallest patient whose result an unnoticed nudge of a number changes, nudge by nudge and version by version, until one is
 * found; progress and result arrive in the checking store.
 */
export async function seekPatient(policy: string, number: NudgedNumber): Promise<void> {
  stop?.abort();
  const own = new AbortController();
  stop = own;
  const { version, files } = workspace.getState();
  const { range } = number;
  const sought: SoughtPatient = { policy, version, range, outcome: 'sought' };
  const show = (patient: SoughtPatient): void =>
    whenComposed(() => {
      if (stop === own) checking.setState({ patient });
    });
  show(sought);
  const text = files[range.file]?.text ?? '';
  for (const { written, outcome: noticed } of number.nudges) {
    if (noticed !== 'unnoticed') continue;
    const instead = [{ path: range.file, text: `${text.slice(0, range.start)}${written}${text.slice(range.end)}` }];
    for (const day of daysOf(policy)) {
      const side = { policy, day };
      const outcome = await ask(
        'compare',
        { kind: 'compare', part: 'witnesses', before: side, after: { ...side, instead }, drawn: 0, seed: 0, patients: [] },
        { signal: own.signal, onProgress: (progress) => show({ ...sought, progress }) },
      );
      if (own.signal.aborted || stop !== own) return;
      const current = outcome.ok && outcome.version === version && workspace.getState().version === version;
      if (!current) return show({ ...sought, outcome: 'stopped' });
      const { compared } = outcome.reply;
      const witness = compared.part === 'witnesses' ? compared.changes.flatMap((one) => one.witnesses[SMALLEST] ?? [])[0] : undefined;
      if (witness) return show({ ...sought, outcome: 'found', found: { written, day, witness } });
      const lawless = compared.part === 'problem' && compared.side === 'after' && compared.problem.kind === 'noLaw';
      if (lawless) return show({ ...sought, outcome: 'found', found: { written, day } });
    }
  }
  show({ ...sought, outcome: 'nobody' });
}

/** Ends the search. */
export function stopSeeking(): void {
  stop?.abort();
  stop = undefined;
  checking.setState(({ patient }) => ({ patient: patient?.outcome === 'sought' ? { ...patient, outcome: 'stopped' } : patient }));
}
