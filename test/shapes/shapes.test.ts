/** Every rule shape and every worked example, each file alone with what it takes from the national vocabulary. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadWorkspaces } from '../../language/cli/workspace.ts';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import { format } from '../../language/format/format.ts';
import { runProperties } from '../../language/properties/run.ts';
import { runScenarios } from '../../language/scenarios/run.ts';
import { ready } from '../kit/policy.ts';

/** Values that a file compares at the least: a shape on both sides of its boundaries, an example with what its source states. */
const FOLDERS = { 'test/shapes': 6, 'test/examples': 1 } as const;
const RUNS = 60;
const SEED = 1;

const files = Object.entries(FOLDERS).flatMap(([folder, least]) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yice'))
    .sort()
    .map((name) => [name, join(folder, name), least] as const),
);

const said = ({ code, what, labels: [place] }: Diagnostic): string => `${code} ${place?.span.start ?? ''} ${what.zh}`;

describe.each(files)('%s', async (name, path, least) => {
  const [workspace] = await loadWorkspaces([path]);
  const prepared = await ready(workspace ?? { files: [], documents: [] }, [...(workspace?.selected ?? [])][0]).catch((error: unknown) =>
    error instanceof Error ? error : new Error(String(error)),
  );
  if (prepared instanceof Error) {
    it('compiles', () => {
      throw prepared;
    });
    return;
  }
  const { built, diagnostics, loaded } = prepared;
  const own = workspace?.files.find((file) => file.path.endsWith(name));

  it('has no finding', () => {
    expect(diagnostics.filter(({ labels: [place] }) => place?.span.file === own?.path).map(said)).toEqual([]);
  });

  it('is laid out', () => {
    expect(format(own?.text ?? '').text).toBe(own?.text);
  });

  const results = runScenarios(built, loaded);
  it(`compares at least ${least} values`, () => {
    expect(results.reduce((sum, { passed, failed }) => sum + passed + failed, 0)).toBeGreaterThanOrEqual(least);
  });

  it.each(results.map((result) => [result.title, result] as const))('示例 %s', (_, { events }) => {
    const wrong = events.flatMap(({ ticks, answer }) => ticks.filter(({ pass }) => !pass).map((tick) => ({ tick, answer })));
    expect(wrong).toEqual([]);
  });

  const properties = await runProperties(built, loaded, { runs: RUNS, seed: SEED });
  it.each(properties.map((result) => [result.title, result] as const))('性质 %s', (_, { counterexample, status }) => {
    expect(counterexample).toBeUndefined();
    expect(status).toBe('held');
  });
});
