import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParseResult } from '../../../language/2-syntax/parse.ts';
import { parse } from '../../../language/2-syntax/parse.ts';
import type { Checked } from '../../../language/3-check/check.ts';
import { check } from '../../../language/3-check/check.ts';
import { createMemory } from '../../../language/3-check/memory.ts';
import type { Lowered } from '../../../language/4-lower/lower.ts';
import { lower } from '../../../language/4-lower/lower.ts';
import { given, visits } from '../../../language/properties/encounters.ts';
import { interestOf } from '../../../language/properties/interest.ts';
import type { LoadedBundle, PolicyIr } from '../../../runtime/index.ts';
import { BUNDLE_FORMAT, emptyLedger, loadUnverified, settle } from '../../../runtime/index.ts';
import { validate } from '../../../runtime/ir/validate.ts';
import { realPolicies } from '../../kit/policy.ts';
import { spansIn } from '../../kit/spans.ts';

const workspace = realPolicies();
const trees = workspace.files.map(parse);
const textOf = new Map(workspace.files.map(({ path, text }) => [path, text] as const));

type Json = { readonly [key: string]: unknown };
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** What may stand for one another without breaking the shape of the tree. */
const expressions = new Set([
  'quantity',
  'date',
  'text',
  'truth',
  'reference',
  'call',
  'slice',
  'remaining',
  'binary',
  'compare',
  'is',
  'contains',
  'and',
  'or',
  'not',
  'if',
  'open',
  'assumed',
]);
const sortOf = (value: Json): string | undefined => {
  if (typeof value.kind === 'string')
    return expressions.has(value.kind)
      ? 'expression'
      : value.kind === 'values' || value.kind === 'interval' || value.kind === 'other' || value.kind === 'any'
        ? 'cell'
        : undefined;
  return 'names' in value && 'keys' in value ? 'path' : 'text' in value && 'quoted' in value ? 'name' : undefined;
};

/** All places of a sort in a tree, in order. */
function placesIn(value: unknown, found: Map<string, Json[]> = new Map()): Map<string, Json[]> {
  if (Array.isArray(value)) for (const one of value) placesIn(one, found);
  else if (isObject(value)) {
    const sort = sortOf(value);
    if (sort !== undefined) found.set(sort, [...(found.get(sort) ?? []), value]);
    for (const one of Object.values(value)) placesIn(one, found);
  }
  return found;
}

/** The tree with some objects in the place of others. */
function replaced(value: unknown, by: ReadonlyMap<unknown, unknown>): unknown {
  if (by.has(value)) return by.get(value);
  if (Array.isArray(value)) return value.flatMap((one) => (by.get(one) === dropped ? [] : [replaced(one, by)]));
  if (!isObject(value) || 'num' in value) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaced(one, by)]));
}

const dropped = Symbol('dropped');
const pool = placesIn(trees.map(({ tree }) => tree));
const linesOf = (tree: ParseResult['tree']): readonly unknown[] =>
  tree.items.flatMap((block): readonly unknown[] => {
    if ('changes' in block) return block.changes;
    return 'items' in block ? block.items.flatMap((item): readonly unknown[] => ('lines' in item ? [item, ...item.lines] : [item])) : [];
  });

/** The trees of the real policies with a few parts exchanged for others of their kind, and a few lines left out. */
const damaged = fc
  .tuple(
    fc.nat(trees.length - 1),
    fc.array(fc.tuple(fc.constantFrom('expression', 'expression', 'cell', 'path', 'name', 'line'), fc.nat(), fc.nat()), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([index, edits]) => {
    const tree = trees[index]?.tree as ParseResult['tree'];
    const own = placesIn(tree);
    const by = new Map<unknown, unknown>();
    for (const [sort, where, from] of edits) {
      const places = sort === 'line' ? linesOf(tree) : (own.get(sort) ?? []);
      const others = pool.get(sort) ?? [];
      if (places.length > 0) by.set(places[where % places.length], sort === 'line' ? dropped : others[from % others.length]);
    }
    return trees.map((one, at) => (at === index ? { ...one, tree: replaced(tree, by) as ParseResult['tree'] } : one));
  });

/** Policies that a damage does not reach are not checked again. That this changes nothing is a property of its own. */
const memory = createMemory();
const lowered: Lowered = new WeakMap();
const run = (files: typeof workspace.files, parsed: readonly ParseResult[]): Checked => check({ ...workspace, files }, parsed, memory);

/** What must hold of checking, whatever the text. */
const faultOf = (files: typeof workspace.files, { model, diagnostics }: Checked): string | undefined => {
  const texts = new Map(files.map(({ path, text }) => [path, text] as const));
  const errors = diagnostics.filter((one) => one.severity === 'error').map((one) => one.code);
  if (errors.includes('types/unchecked')) return 'a policy was left unchecked without a finding';
  if (errors.length === 0 && model.policies.length < 2) return 'a policy without errors is not in the model';
  const shown = validate(JSON.parse(JSON.stringify(lower(model, texts, lowered))));
  return shown.ok ? undefined : `accepted, and yet: ${JSON.stringify(shown.reasons.slice(0, 2))}`;
};

const manifest = { id: '', area: { code: '', name: '' }, policies: [], effective: {}, language: '', compiler: '', files: [] };

/** Codes of all that went wrong when a few drawn visits were settled one after another. */
function problemsOf(loaded: LoadedBundle, policy: PolicyIr, seed: number): readonly string[] {
  const program = policy.programs[0];
  const subject = program?.steps[program.postings[0] ?? 0]?.address ?? '';
  return fc.sample(visits(policy, interestOf(policy, subject)), { numRuns: 3, seed }).flatMap((drawn) => {
    let ledger = emptyLedger();
    return drawn.flatMap((visit, index) => {
      const fields = Object.fromEntries(
        policy.inputs.flatMap((field) => (visit[field.name] === undefined ? [] : [[field.name, given(field, visit[field.name] ?? '')]])),
      );
      const settled = settle(loaded, { id: String(index), policy: policy.id, fields }, ledger, { policy: policy.id });
      ledger = settled.ledger;
      return settled.answer.problems.map(({ code, zh }) => `${code}: ${zh}`);
    });
  });
}

/** A law of amounts may be broken by a policy, a limit exceeded by an event; a type error would be one of these. */
const meaningless = (problem: string): boolean =>
  /^(impossible|malformed|wrongType|unknownField|unknownValue|unknownEvent|noPolicy)/u.test(problem);

describe('checking', () => {
  it('accepts the real policies', () => {
    const checked = run(workspace.files, trees);
    expect(checked.diagnostics).toEqual([]);
    expect(faultOf(workspace.files, checked)).toBeUndefined();
  });

  it('is total, and what it accepts runs: trees with their parts exchanged', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(damaged, (parsed) => {
        expect(faultOf(workspace.files, run(workspace.files, parsed))).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });

  it('accepts nothing that has no meaning when an event is settled', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(damaged, fc.nat(), (parsed, seed) => {
        const { model } = run(workspace.files, parsed);
        const ir = lower(model, textOf, lowered);
        const loaded = loadUnverified({ format: BUNDLE_FORMAT, features: [], manifest, ir, scenarios: [] }, 'sha256:0');
        expect(ir.policies.flatMap((policy) => problemsOf(loaded, policy, seed)).filter(meaningless)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('is total on texts with a few words changed', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        fc.nat(workspace.files.length - 1),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('', '待定', '1', '，', '}'),
        (index, where, length, put) => {
          const file = workspace.files[index];
          const at = where % (file?.text.length ?? 1);
          const text = `${file?.text.slice(0, at)}${put}${file?.text.slice(at + (length % 5))}`;
          const files = workspace.files.map((one, place) => (place === index ? { ...one, text } : one));
          const { diagnostics, symbols } = run(
            files,
            files.map((one, place) => (place === index ? parse(one) : (trees[place] as ParseResult))),
          );
          const lengths = new Map(files.map((one) => [one.path, one.text.length] as const));
          expect(
            spansIn([diagnostics, symbols]).filter(
              (span) => span.start < 0 || span.start > span.end || span.end > (lengths.get(span.file) ?? -1),
            ),
          ).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('leaves out of the model what it could not read whole', () => {
    const text = '修订 “绵阳市职工基本医疗保险” 发布 2023-01-01 自 2023-01-01 起 {\n  门诊慢性病.报销比例 由 70% 改为\n}\n';
    const files = workspace.files.map((file) => (file.path.endsWith('职工门诊共济.yice') ? { ...file, text } : file));
    const { model, diagnostics } = run(files, files.map(parse));
    const names = model.policies.map(({ name }) => name);
    expect(names).toContain('绵阳市城乡居民基本医疗保险');
    expect(names).not.toContain('绵阳市职工基本医疗保险');
    // A later layer says that what it refers to has errors; nothing else follows.
    const others = diagnostics.filter(({ code }) => !code.startsWith('syntax/') && code !== 'layers/unfinished');
    expect(others).toEqual([]);
  });

  it('does not depend on the order of the files', () => {
    const backwards = run([...workspace.files].reverse(), [...trees].reverse());
    const names = (one: Checked): readonly string[] => one.model.policies.map(({ name }) => name).sort();
    expect(names(backwards)).toEqual(names(run(workspace.files, trees)));
    expect(backwards.diagnostics).toEqual([]);
  });

  it('gives the same model for the same text', () => {
    const shown = (one: Checked): string => JSON.stringify(lower(one.model, textOf));
    expect(shown(check(workspace, workspace.files.map(parse)))).toBe(shown(check(workspace, trees)));
  });
});
