/** The law on a day, as a text that stands alone: it reads, and means what that version means. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../language/2-syntax/parse.ts';
import { check } from '../../../language/3-check/check.ts';
import { createMemory } from '../../../language/3-check/memory.ts';
import { loadWorkspaces } from '../../../language/cli/workspace.ts';
import { expandedLaw } from '../../../language/ladder/expanded.ts';
import { policyNames } from '../../../language/ladder/law.ts';
import type { PolicyModel } from '../../../language/model/types.ts';
import type { Workspace } from '../../../language/model/workspace.ts';
import { dayFromText } from '../../../runtime/calendar/date.ts';
import { areas, realPolicies } from '../../kit/policy.ts';

const shapes = readdirSync('test/shapes')
  .filter((name) => name.endsWith('.yice'))
  .sort()
  .map((name) => join('test/shapes', name));

/** Each text is read once, and what stays the same is checked once: only the law at hand is new. */
const read = new Map<string, ReturnType<typeof parse>>();
const treesOf = ({ files }: Workspace) =>
  files.map((file) => {
    const key = `${file.path}\n${file.text}`;
    const known = read.get(key) ?? parse(file);
    read.set(key, known);
    return known;
  });
const memory = createMemory();
const modelOf = (workspace: Workspace): readonly PolicyModel[] => check(workspace, treesOf(workspace), memory).model.policies;

/** A version without where it is written and what it cites; open points by what they say, since their numbers count those of all versions. */
function meaning(policy: PolicyModel, version: unknown): unknown {
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'bigint') return `${value}n`;
    if (typeof value === 'number' && ['point', 'assumed', 'shareOpen'].includes(key)) {
      const { address, reason } = policy.points[value] ?? {};
      return { address, reason };
    }
    if (Array.isArray(value)) return value.map((one) => walk(one, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => !['span', 'spans', 'citations', 'id', 'amendments', 'assumes', 'headers'].includes(name))
        .map(([name, one]) => [name, walk(one, name)]),
    );
  };
  return walk(version, '');
}

/** The version that a day chooses when all that is published counts. */
function versionOn({ timeline, versions }: PolicyModel, day: string) {
  const before = (a: string | undefined, b: string): boolean => a === undefined || a <= b;
  const after = (a: string | undefined, b: string): boolean => a === undefined || b < a;
  const at = timeline.find(
    (cell) =>
      before(textOf(cell.from), day) &&
      after(textOf(cell.to), day) &&
      before(textOf(cell.knownFrom), '9999-12-30') &&
      after(textOf(cell.knownTo), '9999-12-30'),
  );
  return at?.version === undefined ? undefined : versions[at.version];
}

const textOf = (day: { readonly year: number; readonly month: number; readonly day: number } | undefined): string | undefined =>
  day && `${String(day.year).padStart(4, '0')}-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`;

const alone = (workspace: Workspace, policy: string, text: string): Workspace => {
  const trees = treesOf(workspace);
  const written = workspace.files.map((file, at) => {
    const cuts = (trees[at]?.tree.items ?? [])
      .filter((item) => (item.kind === 'policy' && item.name.text === policy) || (item.kind === 'amendment' && item.policy.text === policy))
      .map(({ span }) => span)
      .reverse();
    const home = trees[at]?.tree.items.some((item) => item.kind === 'policy' && item.name.text === policy);
    const rest = cuts.reduce((so, { start, end }) => so.slice(0, start) + so.slice(end), file.text);
    return { path: file.path, text: home ? `${text}\n${rest}` : rest };
  });
  return { ...workspace, files: written };
};

const readsAnotherDay = (node: unknown): boolean =>
  typeof node === 'object' && node !== null && (('kind' in node && node.kind === 'asOf') || Object.values(node).some(readsAnotherDay));

async function standsAlone(workspace: Workspace, own: (policy: PolicyModel) => boolean): Promise<number> {
  const blocks = treesOf(workspace).flatMap(({ tree }) => tree.items);
  let compared = 0;
  for (const policy of modelOf(workspace).filter(own)) {
    const days = new Set(policy.timeline.flatMap(({ from }) => textOf(from) ?? []));
    for (const day of days) {
      const version = versionOn(policy, day);
      const on = dayFromText(day);
      const law = on === undefined ? undefined : expandedLaw(blocks, policy.name, { day: on });
      if (!version || !law) continue;
      const again = modelOf(alone(workspace, policy.name, law.text)).find(({ name }) => name === policy.name);
      expect(again, `${policy.name} ${day}\n${law.text}`).toBeDefined();
      if (!again) continue;
      expect(again.versions).toHaveLength(1);
      // What is read as of another day looks at the law of that day too, which is not in this text.
      if (!readsAnotherDay(law.items))
        expect(meaning(again, again.versions[0]), `${policy.name} ${day}\n${law.text}`).toEqual(meaning(policy, version));
      compared += 1;
    }
  }
  return compared;
}

describe('the law on a day', () => {
  it('of every real policy means what that version means', async () => {
    expect(await standsAlone(realPolicies(), () => true)).toBeGreaterThan(areas().length);
  }, 120_000);

  it.each(shapes)('of %s means what that version means', async (path) => {
    const [workspace] = await loadWorkspaces([path]);
    if (!workspace) return;
    const own = new Set(treesOf(workspace).flatMap(({ tree }) => (workspace.selected.has(tree.file) ? policyNames(tree.items) : [])));
    expect(await standsAlone(workspace, ({ name }) => own.has(name))).toBeGreaterThan(0);
  });
});
