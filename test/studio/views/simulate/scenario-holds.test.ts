/** What the desk shows, written down as a 示例, holds: tried with every policy's own examples, taken to the desk and written again. */
import { describe, expect, it } from 'vitest';
import { compile, runScenarios } from '../../../../language/index.ts';
import { patientToStream } from '../../../../studio/loop/settling.ts';
import type { SimulationState } from '../../../../studio/store/simulation.ts';
import { simulation } from '../../../../studio/store/simulation.ts';
import { exampleToPatient } from '../../../../studio/views/simulate/samples.ts';
import { scenarioText } from '../../../../studio/views/simulate/scenario-text.ts';
import { settleStream } from '../../../../studio/worker/streams.ts';
import { summaryOf } from '../../../../studio/worker/summary.ts';
import { examplesOf } from '../../../../studio/worker/what-if.ts';
import { areas, ready, realPolicies } from '../../../kit/policy.ts';

const MOST = 3;

describe.each(areas())('%s', async (area) => {
  const { loaded } = await ready(realPolicies(), area);
  const { policies } = loaded.file.ir;
  const known = new Set(loaded.file.scenarios.map(({ policy }) => policy));
  const blocks = policies
    .filter(({ id }) => known.has(id))
    .flatMap((policy) => {
      const declared = { name: policy.id, folder: area, files: [], errors: 0, range: { file: '', start: 0, end: 0 } };
      const summary = summaryOf(policy, declared, policies);
      return examplesOf(loaded, policy.id)
        .slice(0, MOST)
        .map((example, at) => {
          const patient = exampleToPatient(example, [], summary);
          simulation.setState({ knownOn: example.knownOn, suppose: { [policy.id]: example.suppose } });
          const settlement = { ...settleStream(loaded, patientToStream(patient, summary)), textVersion: 1 };
          const state: SimulationState = { ...simulation.getState(), settlement, settledPatient: patient.id };
          const [visit] = patient.encounters;
          if (!visit) throw new Error('an example has visits');
          return { title: `${policy.id} ${at}`, text: scenarioText({ state, summary, fresh: true, patient, visit }, `${policy.id} ${at}`) };
        });
    });

  it('every example, written again, compiles and holds', async () => {
    const { files, documents } = realPolicies();
    const text = blocks.map((one) => one.text).join('\n');
    const compiled = await compile({ files: [...files, { path: `${area}/再写.scenarios.yice`, text }], documents }, { folder: area });
    expect(
      compiled.diagnostics
        .filter(({ severity }) => severity === 'error')
        .map(({ code, what, labels }) => [code, what.zh, text.slice((labels[0]?.span.start ?? 0) - 60, labels[0]?.span.end)]),
    ).toEqual([]);
    const titles = new Set(blocks.map(({ title }) => title));
    const failing = runScenarios(compiled.built, loaded, { only: ({ title }) => titles.has(title) }).flatMap(({ title, events }) =>
      events.flatMap(({ ticks }) =>
        ticks.filter(({ pass }) => !pass).map(({ label, expected, actual }) => [title, label, expected, actual]),
      ),
    );
    expect(failing).toEqual([]);
  });
});
