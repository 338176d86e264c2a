import { describe, expect, it } from 'vitest';
import { format } from '../../language/format/format.ts';
import { runProperties } from '../../language/properties/run.ts';
import { runScenarios } from '../../language/scenarios/run.ts';
import { loadBundle } from '../../runtime/index.ts';
import { areas, ready, realPolicies } from '../kit/policy.ts';

const RUNS = 200;
const SEED = 20_230_101;

describe.each(areas())('%s', async (area) => {
  const compiled = await ready(realPolicies(), area);
  const { built, diagnostics, loaded } = compiled;

  it('has no finding: every quote is found, every table total', () => {
    expect(diagnostics.map(({ code, what, labels }) => `${code} ${what.zh} ${labels[0]?.span.file}`)).toEqual([]);
  });

  it('every citation was found in its document', () => {
    const missing = built.policies.flatMap(({ citations }) => citations.filter(({ found }) => !found).map(({ quote }) => quote));
    expect(missing).toEqual([]);
  });

  it.each(runScenarios(built, loaded).map((result) => [result.title, result] as const))('示例 %s', (_, { events }) => {
    expect(events.flatMap(({ ticks }) => ticks.filter(({ pass }) => !pass))).toEqual([]);
  });

  it('pays the same when it is written in English keywords', async () => {
    const { files, documents } = realPolicies();
    const english = await ready({ files: files.map(({ path, text }) => ({ path, text: format(text, 'en').text })), documents }, area);
    const failed = runScenarios(english.built, english.loaded).filter(({ pass }) => !pass);
    expect(failed.map(({ title }) => title)).toEqual([]);
    expect(english.file?.scenarios).toEqual(compiled.file?.scenarios);
  });

  it('loads from its own bytes', async () => {
    const read = await loadBundle(
      new TextEncoder().encode(compiled.bytes),
      compiled.digest === undefined ? {} : { expectDigest: compiled.digest },
    );
    expect(read).toMatchObject({ ok: true });
  });

  const properties = await runProperties(built, loaded, { runs: RUNS, seed: SEED });
  it.each(properties.map((result) => [result.title, result] as const))('性质 %s', (_, { counterexample, status }) => {
    expect(counterexample).toBeUndefined();
    expect(status).toBe('held');
  });
});
