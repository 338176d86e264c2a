/** The form of a policy, made from its typed inputs: what is known of the person, what of the visit, and the bill. */
import type { InputField, ItemList } from '../../../runtime/ir/types.ts';
import type { PolicySummary } from '../../worker/protocol.ts';

export interface PolicyForm {
  /** Facts about the person, the same in every visit. */
  readonly person: readonly InputField[];
  /** Days first, then the rest as declared. */
  readonly visit: readonly InputField[];
  /** Total, then its parts. */
  readonly bill: readonly InputField[];
}

/** Days of an event in the national vocabulary; any other day is one of the person's life. */
const EVENT_DAYS = new Set(['就诊日', '入院日', '出院日', '结算日']);

/** Whether a date says when the event was, as 就诊日 does, and not something about the person, as 参保日 does. */
export const isEventDay = (field: InputField, summary: PolicySummary): boolean =>
  field.name === summary.versionDay || field.name === summary.periodDay || EVENT_DAYS.has(field.name);

/**
 * What is surely about the person, and so the same in every visit: the interface's psn_ fields, identities, days of life, counts that hold as
 * of a day (认定病种数). Anything else is stated per visit: a fact repeated is harmless, a fact spread to other visits is not.
 */
const isPersonal = (field: InputField, summary: PolicySummary): boolean =>
  field.interfaceName?.startsWith('psn_') === true ||
  field.type.kind === 'set' ||
  (field.type.kind === 'date' && !isEventDay(field, summary)) ||
  (field.type.kind === 'integer' && field.asOf !== undefined);

/** How an answer names an item of a list: “项目 第1项”. `at` counts from 0. */
export const itemPlace = ({ name }: ItemList, at: number): string => `${name} 第${at + 1}项`;

/** Divides the inputs of a policy; none is left out except the name of the person. */
export function formOf(summary: PolicySummary): PolicyForm {
  const inputs = summary.inputs.filter((field) => field.name !== summary.person);
  const billNames = summary.bill ? [summary.bill.total, ...summary.bill.parts] : [];
  const others = inputs.filter((field) => !billNames.includes(field.name));
  const visit = others.filter((field) => !isPersonal(field, summary));
  return {
    person: others.filter((field) => isPersonal(field, summary)),
    visit: [...visit.filter((field) => field.type.kind === 'date'), ...visit.filter((field) => field.type.kind !== 'date')],
    bill: billNames.flatMap((name) => inputs.filter((field) => field.name === name)),
  };
}
