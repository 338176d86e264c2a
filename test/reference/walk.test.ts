/** The product and the naive walker agree on every event, fen by fen: on the real policies and on policies drawn at random. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../language/compile.ts';
import { layersOf, withFieldsOf } from '../../language/model/layers.ts';
import type { PolicyModel, Value } from '../../language/model/types.ts';
import type { Drawn, Visit } from '../../language/properties/encounters.ts';
import { given, givenItems, ITEMS, visits } from '../../language/properties/encounters.ts';
import { interestOf } from '../../language/properties/interest.ts';
import type { Answer, LoadedBundle, PolicyIr } from '../../runtime/index.ts';
import { emptyLedger, loadUnverified, settle, statedFields } from '../../runtime/index.ts';
import { policyTexts } from '../kit/arbitraries/policy.ts';
import { areas, ready, realPolicies, workspaceOf } from '../kit/policy.ts';
import type { Worth } from './expression.ts';
import { Unread } from './expression.ts';
import { fraction } from './number.ts';
import type { Walked } from './walk.ts';
import { walk } from './walk.ts';

/** A drawn value as the model keeps it. */
function modelValue(inputs: PolicyModel['inputs'], name: string, drawn: Drawn): Value {
  const type = inputs.find((input) => input.name === name)?.type;
  if (typeof drawn === 'boolean') return { kind: 'truth', value: drawn };
  if (typeof drawn === 'bigint')
    return { kind: 'number', value: type?.kind === 'fen' || type?.kind === 'money' ? { num: drawn, den: 100n } : { num: drawn, den: 1n } };
  if (typeof drawn === 'number') {
    const day = new Date(drawn * 86_400_000);
    return { kind: 'date', value: { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() } };
  }
  if (typeof drawn !== 'string') return { kind: 'set', values: drawn };
  return type?.kind === 'enum' ? { kind: 'enum', value: drawn } : { kind: 'text', value: drawn };
}

const settleAll = (
  loaded: LoadedBundle,
  policy: PolicyIr,
  stream: readonly Visit[],
  suppose: Readonly<Record<string, string>>,
): readonly Answer[] => {
  let ledger = emptyLedger();
  return stream.map((visit, index) => {
    const fields = policy.inputs.flatMap((field) =>
      visit[field.name] === undefined ? [] : [[field.name, given(field, visit[field.name] ?? '')] as const],
    );
    const settled = settle(
      loaded,
      { id: String(index), policy: policy.id, fields: { ...Object.fromEntries(fields), ...givenItems(visit, policy) } },
      ledger,
      {
        suppose,
        explain: false,
      },
    );
    ledger = settled.ledger;
    return settled.answer;
  });
};

const fen = (yuan: string | undefined): bigint => BigInt((yuan ?? '').replace('.', ''));

/** An answer in the walker's words. */
const said = ({ status, postings, totals, sums }: Answer): unknown =>
  totals || sums
    ? {
        status,
        paid: Object.fromEntries(postings.map((one) => [one.address, fen(one.amount)]).filter(([, amount]) => amount !== 0n)),
        personal: totals ? fen(totals.personal) : 0n,
      }
    : { status };

const walked = (one: Walked): unknown =>
  'postings' in one
    ? {
        status: one.status,
        paid: Object.fromEntries(Object.entries(one.postings).filter(([, amount]) => amount !== 0n)),
        personal: one.personal,
      }
    : one;

/** Compares event by event; gives how many events were compared, 0 when the walker does not read this policy. */
function agree(
  loaded: LoadedBundle,
  ir: PolicyIr,
  model: PolicyModel,
  stream: readonly Visit[],
  ratios: Readonly<Record<string, bigint>>,
  all: readonly PolicyModel[] = [model],
): number {
  const below = layersOf(model, all);
  const suppose = Object.fromEntries(
    [ir, ...loaded.file.ir.policies.filter(({ id }) => below.some((one) => one.name === id))]
      .flatMap(({ id, openPoints }) =>
        openPoints.map(({ address, type }) => ({ address: id === ir.id ? address : `${id}.${address}`, type })),
      )
      .flatMap(({ address, type }) =>
        type?.kind === 'ratio' && ratios[address] !== undefined
          ? [[address, String(((ratios[address] ?? 0n) * BigInt(type.scale)) / 100n)]]
          : [],
      ),
  );
  const statedIn = (of: PolicyModel): ReadonlyMap<number, Worth> =>
    new Map(
      of.points.flatMap(({ address }, point) => {
        const key = of === model ? address : `${of.name}.${address}`;
        return suppose[key] === undefined ? [] : [[point, fraction(ratios[key] ?? 0n, 100n)] as const];
      }),
    );
  const { inputs } = withFieldsOf(model, below);
  const events = stream.map((visit) =>
    Object.fromEntries(Object.entries(visit).map(([name, drawn]) => [name, modelValue(inputs, name, drawn)])),
  );
  const lists = stream.map((visit) =>
    Object.fromEntries(
      model.lists.flatMap(({ name, fields }) => {
        const items = visit[ITEMS]?.[name];
        const item = (one: Readonly<Record<string, Drawn>>) =>
          Object.fromEntries(Object.entries(one).map(([field, drawn]) => [field, modelValue(fields, field, drawn)]));
        return items ? [[name, items.map(item)] as const] : [];
      }),
    ),
  );
  let reference: readonly Walked[];
  try {
    reference = walk(
      model,
      events,
      statedIn(model),
      lists,
      below.map((one) => ({ policy: one, stated: statedIn(one) })),
    );
  } catch (error) {
    if (error instanceof Unread) return 0;
    throw error;
  }
  expect(settleAll(loaded, ir, stream, suppose).slice(0, reference.length).map(said)).toEqual(reference.map(walked));
  return reference.length;
}

const subjectsOf = (ir: PolicyIr): readonly string[] => {
  const postings = ir.programs.flatMap(({ steps }) => steps.flatMap(({ address, posting }) => (posting ? [address] : [])));
  return postings.length > 0 ? [...new Set(postings)] : ['个人'];
};

describe.each(areas())('%s', async (area) => {
  const { loaded, built } = await ready(realPolicies(), area);
  it.each(built.policies.map((policy) => [policy.name, policy] as const))('%s', (name, model) => {
    const own = loaded.file.ir.policies.find(({ id }) => id === name);
    const ir = own && { ...own, ...statedFields(own, loaded.file.ir.policies) };
    if (!ir) throw new Error('a checked policy is lowered');
    const stream = fc.oneof(...subjectsOf(ir).map((subject) => visits(ir, interestOf(ir, subject))));
    const ratios = fc.record(
      Object.fromEntries(
        [model, ...layersOf(model, built.policies)]
          .flatMap((one) => one.points.map(({ address, type }) => ({ address: one === model ? address : `${one.name}.${address}`, type })))
          .flatMap(({ address, type }) => (type?.kind === 'ratio' ? [[address, fc.bigInt({ min: 0n, max: 100n })] as const] : [])),
      ),
    );
    let compared = 0;
    fc.assert(
      fc.property(stream, fc.oneof(ratios, fc.constant({})), (events, stated) => {
        compared += agree(loaded, ir, model, events, stated, built.policies);
      }),
      { numRuns: 500 },
    );
    // The walker does not read a day on which it is open which version is the law; some policies have many.
    expect(compared).toBeGreaterThan(150);
  });
});

describe.each(['V08-七层结算', '43-跨层保底与年负担上限', '42-临时财政层', 'V11-舍入的地方'])(
  'several policies for one event: %s',
  async (name) => {
    const texts = [`test/shapes/${name}.yice`, 'policies/000000-国家/词汇.yice'].map((path) => readFileSync(path, 'utf8'));
    const { loaded, built } = await ready(workspaceOf(...texts));
    it.each(built.policies.map((policy) => [policy.name, policy] as const))('%s', (id, model) => {
      const own = loaded.file.ir.policies.find((one) => one.id === id);
      const ir = own && { ...own, ...statedFields(own, loaded.file.ir.policies) };
      if (!ir) throw new Error('a checked policy is lowered');
      let compared = 0;
      fc.assert(
        fc.property(fc.oneof(...subjectsOf(ir).map((subject) => visits(ir, interestOf(ir, subject)))), (events) => {
          compared += agree(loaded, ir, model, events, {}, built.policies);
        }),
        { numRuns: 200 },
      );
      expect(compared).toBeGreaterThan(150);
    });
  },
);

describe('policies drawn at random', () => {
  it('agree on every event', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(policyTexts, fc.nat(), async (text, seed) => {
        const { file, digest, built } = await compile(workspaceOf(text));
        const [ir] = file?.ir.policies ?? [];
        const [model] = built.policies;
        if (!file || !ir || !model || digest === undefined) return;
        const loaded = loadUnverified(file, digest);
        for (const subject of subjectsOf(ir))
          for (const stream of fc.sample(visits(ir, interestOf(ir, subject)), { numRuns: 6, seed }))
            compared += agree(loaded, ir, model, stream, {});
      }),
      { numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(100);
  }, 120_000);
});
