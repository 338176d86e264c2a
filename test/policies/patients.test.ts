import { describe, expect, it } from 'vitest';
import type { Neutral } from '../../language/causes/cause.ts';
import type { PatientCase } from '../../language/causes/judge.ts';
import { judged } from '../../language/causes/judge.ts';
import { neutralised, neutralsOf } from '../../language/causes/neutralised.ts';
import type { LoadedBundle } from '../../runtime/index.ts';
import { layersOf, openPointsOf } from '../../runtime/index.ts';
import { patientSetText } from '../../studio/storage/patient-set.ts';
import { caseOf, shippedSets } from '../kit/patients.ts';
import { ready, realPolicies } from '../kit/policy.ts';

const { loaded } = await ready(realPolicies());
const { policies } = loaded.file.ir;
const sets = shippedSets();
const cases = sets.flatMap(([, { patients }]) => patients.map(caseOf));

/** What a patient's answers say, for telling whether a changed law says the same. */
const said = (bundle: LoadedBundle, patient: PatientCase): string =>
  JSON.stringify(
    [...judged(bundle, patient)].map(({ answer: { status, postings, totals, sums, amounts, values } }) => [
      status,
      postings,
      totals,
      sums,
      amounts,
      values,
    ]),
  );
const asIs = new Map(cases.map((one) => [one, said(loaded, one)]));
const ownOf = (id: string): readonly PatientCase[] =>
  cases.filter(({ policy }) => {
    const asked = policies.find((one) => one.id === policy);
    return asked !== undefined && [asked, ...layersOf(asked, policies)].some((one) => one.id === id);
  });
/** Patients whose answers another law changes, and those that it leaves as they are. */
function divided(neutral: Neutral): readonly [changed: readonly PatientCase[], same: readonly PatientCase[]] {
  const of = ownOf(neutral.policy).map((one) => {
    const asked = policies.find(({ id }) => id === one.policy);
    const other = asked && neutralised(loaded, asked, neutral);
    return [one, other !== undefined && said(other, one) !== asIs.get(one)] as const;
  });
  return [of.filter(([, changed]) => changed).map(([one]) => one), of.filter(([, changed]) => !changed).map(([one]) => one)];
}

const stops = (patient: PatientCase): boolean => [...judged(loaded, patient)].some(({ answer }) => answer.status === 'open');

/** What no patient can touch, with the reason. */
const OUT_OF_REACH: Readonly<Record<string, string>> = {
  'accumulator | 绵阳市职工医保个人账户 | 划入': '由账户使用的政策来读, 这里只记',
  'benefit | 绵阳市职工医保个人账户 | 单位月划入': '2023 年起划入比例是 0%',
  'order | 武汉市新冠病毒检测项目 | 检测支付.应付': '没有起付线',
};

describe('the sample patients that come with the policies', () => {
  it('are at least forty, under names of their own, in the canonical text', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
    for (const [, set] of sets) expect(new Set(set.patients.map(({ name }) => name)).size).toBe(set.patients.length);
    expect(sets.every(([, set]) => set.patients.every(({ note = '' }) => note.length > 5))).toBe(true);
    expect(sets.every(([, set]) => patientSetText(set).endsWith('}\n'))).toBe(true);
  });

  it.each(sets.flatMap(([path, { patients }]) => patients.map((one) => [`${path} ${one.name}`, one] as const)))('%s', (_, patient) => {
    const values = [...judged(loaded, caseOf(patient))].flatMap((event) => event.values);
    expect(values.filter(({ verdict }) => verdict !== 'same')).toEqual([]);
    expect(values.length).toBeGreaterThan(0);
  });

  it('stop at what is open exactly where they say so', () => {
    const unsaid = cases.flatMap((one) =>
      [...judged(loaded, one)].flatMap(({ answer }) =>
        (answer.status === 'open') === (one.expected[answer.event]?.状态 === '待定')
          ? []
          : [`${one.policy} ${one.id} ${answer.event} ${answer.status}`],
      ),
    );
    expect(unsaid).toEqual([]);
  });

  it.each(policies.map((policy) => [policy.id, policy] as const))('touch every open question of %s', (id, policy) => {
    const met = new Set(
      ownOf(id).flatMap((one) =>
        [...judged(loaded, one)].flatMap(({ answer }) =>
          [...answer.open, ...answer.assumed].filter((reason) => (reason.policy ?? answer.policy) === id).map(({ address }) => address),
        ),
      ),
    );
    expect(
      openPointsOf(policy).flatMap(({ point, effect }) => (effect === 'noted' || met.has(point.address) ? [] : [point.address])),
    ).toEqual([]);
  });

  it.each(policies.map((policy) => [policy.id, policy] as const))(
    'reach every benefit, row and threshold of %s, and thresholds from both sides',
    (_, policy) => {
      const { entry, id } = policy;
      // In a policy of dues or of a batch a payment is its own rule; benefits with conditions are those of settlements.
      const kinds = ['cap', 'expenseCap', 'deductible', 'floor', 'exception', 'eligibility', 'row', 'band', 'used', 'accumulator', 'order'];
      const neutrals = neutralsOf(policy, []).filter(
        ({ kind, key }) => !(key in OUT_OF_REACH) && (kinds.includes(kind) || (kind === 'benefit' && entry === 'settlement')),
      );
      const silent = neutrals.filter((neutral) => divided(neutral)[0].length === 0).map(({ key }) => key);
      // Where the law does not say how high it is, there is no side to be on: such patients state a number themselves.
      const sized = neutrals.filter((neutral) => divided(neutral)[0].some((one) => one.suppose === undefined && !stops(one)));
      const oneSided = sized
        .filter(({ kind }) => ['cap', 'deductible', 'exception', 'eligibility'].includes(kind))
        .filter((neutral) => divided(neutral)[1].length === 0);
      expect({ id, silent, oneSided: oneSided.map(({ key }) => key) }).toEqual({ id, silent: [], oneSided: [] });
    },
  );
});
