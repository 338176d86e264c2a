/** The form of a policy, made from its typed inputs: what is known of the person, what of the visit, and the bill. */
import type { InputField } from '../../../runtime/ir/types.ts';
import type { PolicySummary } from '../../worker/protocol.ts';

export interface PolicyForm {
  /** Facts about the person, the same in every visit. */
  readonly person: readonly InputField[];
  /** Days first, then the rest as declared. */
  readonly visit: readonly InputField[];
  /** Total, then its parts. */
  readonly bill: readonly InputField[];
}

/** A field that holds as of a day, or a list of identities, belongs to the person; 参保人 itself is the patient's name. */
const isPersonal = (field: InputField): boolean => field.asOf !== undefined || field.type.kind === 'set';

/** Divides the inputs of a policy; none is left out except the name of the person. */
export function formOf(summary: PolicySummary): PolicyForm {
  const inputs = summary.inputs.filter((field) => field.name !== summary.person);
  const billNames = summary.bill ? [summary.bill.total, ...summary.bill.parts] : [];
  const others = inputs.filter((field) => !billNames.includes(field.name));
  const visit = others.filter((field) => !isPersonal(field));
  return {
    person: others.filter(isPersonal),
    visit: [...visit.filter((field) => field.type.kind === 'date'), ...visit.filter((field) => field.type.kind !== 'date')],
    bill: billNames.flatMap((name) => inputs.filter((field) => field.name === name)),
  };
}
