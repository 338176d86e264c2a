import type { EncounterInput, PolicyIr } from '../../runtime/index.ts';
import { layersOf, statedFields } from '../../runtime/index.ts';
import type { InputField } from '../../runtime/ir/types.ts';
import type { Cause } from './cause.ts';
import { causeKey } from './cause.ts';
import type { PatientCase } from './judge.ts';

/** A fact about the person or the visits told otherwise. */
export interface OtherFact {
  readonly cause: Cause;
  readonly patient: PatientCase;
}

/** Every patient that differs from this one in one stated fact: another value of a list, yes for no, a count one more or less. */
export function otherFacts(patient: PatientCase, policy: PolicyIr, all: readonly PolicyIr[]): readonly OtherFact[] {
  const { inputs } = statedFields(policy, [...layersOf(policy, all), policy]);
  return inputs.flatMap((field) => {
    const told = new Set(patient.encounters.flatMap((event) => (field.name in event.fields ? [event.fields[field.name]] : [])));
    return [...told].flatMap((value) =>
      othersThan(value, field).map(({ value: other, text }): OtherFact => {
        const from = textOf(value);
        return {
          cause: {
            key: causeKey('fact', policy.id, field.name, from, text),
            kind: 'fact',
            policy: policy.id,
            address: field.name,
            instead: `${from} → ${text}`,
          },
          patient: { ...patient, encounters: patient.encounters.map((event) => retold(event, field.name, value, other)) },
        };
      }),
    );
  });
}

const textOf = (value: unknown): string =>
  (Array.isArray(value) ? value.join('、') || '无' : typeof value === 'boolean' ? TRUTH[Number(value)] : String(value)) ?? '';
const TRUTH = ['假', '真'];

const retold = (event: EncounterInput, name: string, from: unknown, to: unknown): EncounterInput =>
  event.fields[name] === from ? { ...event, fields: { ...event.fields, [name]: to } } : event;

function othersThan(value: unknown, { type, values = [], min }: InputField): readonly { readonly value: unknown; readonly text: string }[] {
  const say = (other: unknown): { readonly value: unknown; readonly text: string } => ({ value: other, text: textOf(other) });
  switch (type.kind) {
    case 'enum':
      return values.filter(({ name }) => name !== value).map(({ name }) => say(name));
    case 'bool':
      return typeof value === 'boolean' ? [say(!value)] : [];
    case 'set': {
      if (!Array.isArray(value)) return [];
      const own: readonly unknown[] = value;
      return values.map(({ name }) => say(own.includes(name) ? own.filter((one) => one !== name) : [...own, name]));
    }
    case 'integer':
      return typeof value === 'number' ? [value - 1, value + 1].filter((one) => one >= Number(min ?? '0')).map(say) : [];
    default:
      return [];
  }
}
