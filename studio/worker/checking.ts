import type { Compiler, NudgedPlace, Workspace } from '../../language/index.ts';
import { createCompiler, nudgesOf, reachedParts, runNudges, runScenarios } from '../../language/index.ts';
import { scenarioOutcome } from './outcomes.ts';
import type { CheckReply, CheckRequest, ScenarioOutcome } from './protocol.ts';
import type { Reading } from './reading.ts';

type Asked<Kind> = Extract<CheckRequest, { readonly kind: Kind }>;
type Replied<Kind> = Extract<CheckReply, { readonly kind: Kind }>;

/** Every scenario of the text, run. */
export const scenariosOf = ({ compiled, loaded }: Reading): readonly ScenarioOutcome[] =>
  loaded ? runScenarios(compiled.built, loaded).map((result) => scenarioOutcome(result, loaded.file.scenarios)) : [];

/** The parts of a policy with the scenarios that reach them; none while the text cannot be settled. */
export const reached = ({ policy }: Asked<'reached'>, { compiled, loaded }: Reading): Replied<'reached'> => ({
  kind: 'reached',
  parts: loaded
    ? reachedParts(compiled.built, loaded, policy).map(({ kind, owner, name, range: { file, start, end }, scenarios }) => ({
        kind,
        owner,
        name,
        range: { file, start, end },
        scenarios,
      }))
    : [],
});

/** What is needed to nudge number after number of one text, made once. */
interface Nudging {
  readonly policy: string;
  readonly reading: Reading;
  readonly home: string;
  readonly compiler: Compiler;
  readonly workspace: Workspace;
  readonly places: readonly NudgedPlace[];
  readonly scenarios: number;
}

/** Nudges the numbers of a policy, on a compiler of its own: the memory of the text itself stays as it is. */
export function createNudging(): (request: Asked<'nudge'>, reading: Reading) => Promise<Replied<'nudge'>> {
  let held: Nudging | undefined;
  return async ({ policy, at }, reading) => {
    if (held?.policy !== policy || held.reading !== reading) held = await prepared(policy, reading);
    const place = held?.places[at];
    if (!held || !place) return { kind: 'nudge', nudged: { places: held?.places.length ?? 0, scenarios: held?.scenarios ?? 0 } };
    const { compiler, workspace, home, places, scenarios } = held;
    const { results } = await runNudges(
      workspace,
      [place],
      {
        compile: (changed, folder) => compiler.compile(changed, { folder, despiteErrors: true, unsealed: true }),
        differing: (built, loaded) =>
          runScenarios(built, loaded, { only: (one) => one.policy === policy }).find(({ pass }) => !pass)?.title,
      },
      { policy, folder: home },
    );
    const number = { range: { ...place.span }, written: place.written, owner: place.owner, nudges: results[0]?.nudges ?? [] };
    return { kind: 'nudge', nudged: { number, places: places.length, scenarios } };
  };
}

async function prepared(policy: string, reading: Reading): Promise<Nudging | undefined> {
  const { compiled, workspace, files } = reading;
  const home = compiled.built.policies.find(({ name }) => name === policy)?.span.file;
  if (home === undefined) return undefined;
  const compiler = createCompiler();
  // Only the texts that the policy is built from: the fewer there are, the sooner each change is compiled.
  const own = await compiler.compile(workspace, { folder: home, despiteErrors: true });
  const needed = new Set(own.file?.manifest.files.map(({ path }) => path));
  const within = ({ path }: { readonly path: string }): boolean => needed.has(path);
  const small = { files: workspace.files.filter(within), documents: workspace.documents.filter(within) };
  const places = nudgesOf(
    small.files.flatMap(({ path }) => files.get(path) ?? []),
    policy,
  );
  const scenarios = own.built.scenarios.filter((one) => one.policy === policy).length;
  return { policy, reading, home, compiler, workspace: small, places, scenarios };
}
