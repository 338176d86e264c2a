/** Constructs that meet: each file was worked out by hand, and is a policy as an officer would write it with what happens to a few people under it. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadWorkspaces } from '../../../language/cli/workspace.ts';
import { runScenarios } from '../../../language/scenarios/run.ts';
import { ready } from '../../kit/policy.ts';

const FOLDER = join(import.meta.dirname, 'combinations');

it.each(readdirSync(FOLDER))('%s', async (name) => {
  const [workspace] = await loadWorkspaces([join(FOLDER, name)]);
  const { built, loaded } = await ready(workspace ?? { files: [], documents: [] }, [...(workspace?.selected ?? [])][0]);
  const events = runScenarios(built, loaded).flatMap((scenario) => scenario.events);
  const ticks = events.flatMap((event) => event.ticks.map((tick) => ({ tick, answer: event.answer })));
  expect(ticks.length).toBeGreaterThan(0);
  expect(ticks.filter(({ tick }) => !tick.pass)).toEqual([]);
});
