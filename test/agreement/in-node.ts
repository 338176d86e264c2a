import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ROOT } from '../../.ci/install.mjs';
import { loadWorkspaces } from '../../language/cli/workspace.ts';
import { type Outcome, outcomesOf } from './outcomes.ts';

declare module 'vitest' {
  interface ProvidedContext {
    inNode: Outcome[];
  }
}

/** What the policies come to in Node, for the tests in a browser to compare with. Nothing, where they do not compile: then the tests fail. */
export async function setup(project: TestProject): Promise<void> {
  try {
    const [loaded] = await loadWorkspaces([join(ROOT, 'policies')]);
    project.provide('inNode', loaded ? await outcomesOf(loaded) : []);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    project.provide('inNode', []);
  }
}
