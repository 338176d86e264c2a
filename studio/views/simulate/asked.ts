/** Which fields of a visit can matter to its result, from what the evaluator read, and so which are asked and which are folded away. */
import type { Answer } from '../../../runtime/answer.ts';
import type { InputField } from '../../../runtime/ir/types.ts';
import type { Heeds, PolicySummary } from '../../worker/protocol.ts';
import type { PolicyForm } from './form.ts';

export interface AskedForm extends PolicyForm {
  /** Whatever stands in these, the result is the same. */
  readonly idle: readonly InputField[];
}

/**
 * `held` is the field the hand is on: it stays where it is, even when what was just entered makes it idle. What is missing is always asked.
 * Without heeds, of a first answer under way or a correction, everything is asked.
 */
export function askedOf(
  form: PolicyForm,
  summary: PolicySummary,
  heeds: Heeds | undefined,
  answer: Answer | undefined,
  held: string | undefined,
): AskedForm {
  if (!heeds) return { ...form, idle: [] };
  const always = new Set([summary.versionDay, ...(summary.bill ? [summary.bill.total, ...summary.bill.parts] : [])]);
  const named = new Set([...always, ...heeds.fields, ...heeds.broken, ...(answer?.missing ?? []), ...(held === undefined ? [] : [held])]);
  for (const { field } of answer?.problems ?? []) if (field !== undefined) named.add(field);
  const matters = ({ name }: InputField): boolean => named.has(name);
  return {
    person: form.person.filter(matters),
    visit: form.visit.filter(matters),
    bill: form.bill,
    idle: [...form.person, ...form.visit].filter((field) => !matters(field)),
  };
}
