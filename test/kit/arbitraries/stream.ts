/** Events of one or two persons for a compiled policy, drawn near the numbers of its rules. */
import fc from 'fast-check';
import { given, visits } from '../../../language/properties/encounters.ts';
import { interestOf } from '../../../language/properties/interest.ts';
import type { EncounterInput, PolicyIr } from '../../../runtime/index.ts';

/** A stream in order of arrival; ids are unique in it. Every posting of the policy is aimed at in turn. */
export function streams(policy: PolicyIr): fc.Arbitrary<readonly EncounterInput[]> {
  const postings = [
    ...new Set(policy.programs.flatMap(({ steps }) => steps.flatMap(({ address, posting }) => (posting ? [address] : [])))),
  ];
  const subjects = postings.length > 0 ? postings : ['个人'];
  const of = fc.oneof(...subjects.map((subject) => visits(policy, interestOf(policy, subject))));
  return fc.array(fc.tuple(of, fc.constantFrom('甲', '乙')), { minLength: 1, maxLength: 3 }).map((persons) =>
    persons
      .flatMap(([all, person]) => all.map((visit) => ({ ...visit, 参保人: person })))
      .map((visit, index) => ({
        id: String(index + 1),
        policy: policy.id,
        fields: Object.fromEntries(
          policy.inputs.flatMap((field) => {
            const value = new Map(Object.entries(visit)).get(field.name);
            return value === undefined ? [] : [[field.name, given(field, value)] as const];
          }),
        ),
      })),
  );
}

/** The event with some of its fields left out, for what happens when the input is incomplete. */
export const incomplete = (event: EncounterInput): fc.Arbitrary<EncounterInput> =>
  fc.subarray(Object.entries(event.fields)).map((fields) => ({ ...event, fields: Object.fromEntries(fields) }));

/** Values from 20 % to 90 % stated for every open or assumed ratio of the policy, at the point's own scale: what raises one by a tenth stays a share. */
export const supposed = (policy: PolicyIr): fc.Arbitrary<Readonly<Record<string, string>>> =>
  fc.record(
    Object.fromEntries(
      policy.openPoints.flatMap(({ address, type }) =>
        type?.kind === 'ratio'
          ? [[address, fc.bigInt({ min: BigInt(type.scale) / 5n, max: (BigInt(type.scale) * 9n) / 10n }).map(String)] as const]
          : [],
      ),
    ),
  );
