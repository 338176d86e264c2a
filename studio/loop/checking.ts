import { analysis, propertyTried } from '../store/analysis.ts';
import { checking, nudgesStopped, nudgeTaken } from '../store/checking.ts';
import { workspace } from '../store/workspace.ts';
import type { ReachedRule } from '../worker/protocol.ts';
import { whenComposed } from './composition.ts';
import { ask } from './loop.ts';

/** Finds out which parts of a policy its scenarios reach; the answer arrives in the checking store. */
export async function lookReached(policy: string): Promise<void> {
  const outcome = await ask('reached', { kind: 'reached', policy });
  if (!outcome.ok) return;
  whenComposed(() => checking.setState({ reached: { policy, version: outcome.version, parts: outcome.reply.parts } }));
}

let stopLooking: (() => void) | undefined;

/** Marks the write view where no scenario goes, and keeps the marks those of the text; or takes them away. */
export function showReached(show: boolean): void {
  stopLooking?.();
  stopLooking = undefined;
  checking.setState({ showing: show });
  if (!show) return;
  const look = (): void => {
    const { policy } = workspace.getState();
    const { scenariosVersion } = analysis.getState();
    const { reached } = checking.getState();
    if (policy === undefined || scenariosVersion < 0 || (reached?.policy === policy && reached.version === scenariosVersion)) return;
    void lookReached(policy);
  };
  const stops = [
    analysis.subscribe((now, before) => {
      if (now.scenariosVersion !== before.scenariosVersion) look();
    }),
    workspace.subscribe((now, before) => {
      if (now.policy !== before.policy) look();
    }),
  ];
  stopLooking = () => {
    for (const stop of stops) stop();
  };
  look();
}

/** The parts of a policy with the scenarios that reach them, as the text is now. */
export async function reachedOf(policy: string): Promise<readonly ReachedRule[]> {
  const outcome = await ask('reached', { kind: 'reached', policy });
  return outcome.ok ? outcome.reply.parts : [];
}

/**
 * Nudges number after number, each a question of its own, so that typing and settling come between. Ends by itself when the text changes:
 * what is known is then about another text, and says so.
 */
export async function startNudges(policy: string): Promise<void> {
  const { version } = workspace.getState();
  const of = { policy, version };
  checking.setState({ nudges: { ...of, numbers: [], places: 0, scenarios: 0, running: true } });
  const going = (): boolean => {
    const { nudges } = checking.getState();
    return nudges?.running === true && nudges.policy === policy && nudges.version === version;
  };
  for (let at = 0; going(); at += 1) {
    const outcome = await ask('nudge', { kind: 'nudge', policy, at });
    const current = outcome.ok && outcome.version === version && workspace.getState().version === version;
    await new Promise<void>((resolve) =>
      whenComposed(() => {
        checking.setState((state) => (current ? nudgeTaken(state, of, outcome.reply.nudged) : nudgesStopped(state)));
        resolve();
      }),
    );
  }
}

/** Ends the run; what was tried stays. */
export const stopNudges = (): void => checking.setState(nudgesStopped);

/** Patients of one question: typing and settling come between. A multiple of the 50 that one seed draws. */
const PORTION = 100;
const OF_A_SEED = 50;
/** Always the same patients, so that a counterexample can be found again. */
const SEED = 42;
let looking: object | undefined;

/**
 * Looks for counterexamples to a policy's properties, portion after portion; what is known so far arrives in the analysis store. Ends by itself
 * when the text changes.
 */
export async function runProperties(policy: string, titles: readonly string[], runs: number): Promise<void> {
  const own = {};
  looking = own;
  const { version } = workspace.getState();
  const total = runs * titles.length;
  const going = (): boolean => looking === own && workspace.getState().version === version;
  for (const [index, title] of titles.entries()) {
    for (let done = 0; done < runs && going(); done += PORTION) {
      const progress = { done: index * runs + done, total, what: { zh: title, en: title } };
      whenComposed(() => analysis.setState((state) => (looking === own ? { ...state, propertiesProgress: progress } : state)));
      const asked = { policy, title, runs: Math.min(PORTION, runs - done), seed: SEED + done / OF_A_SEED };
      const outcome = await ask('properties', { kind: 'properties', ...asked });
      const [found] = outcome.ok && outcome.version === version ? outcome.reply.properties : [];
      if (!found) break;
      whenComposed(() => analysis.setState((state) => propertyTried(state, version, found, done === 0)));
      if (found.counterexample.length > 0) break;
    }
  }
  if (looking === own) stopProperties();
}

/** Ends the search; what was found stays. */
export function stopProperties(): void {
  looking = undefined;
  whenComposed(() => analysis.setState({ propertiesProgress: undefined }));
}
