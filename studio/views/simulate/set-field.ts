import type { InputField } from '../../../runtime/ir/types.ts';
import type { FieldValue } from '../../store/simulation.ts';
import { fieldSet } from '../../store/simulation.ts';
import { personFieldSet } from '../../store/visits.ts';
import type { Desk } from './use-desk.ts';
import { change } from './use-desk.ts';

/** The way to set a field of the visit on the desk; a fact about the person is set in each of the person's visits. */
export const setField =
  ({ patient, visit }: Desk, field: InputField, personal: boolean) =>
  (value: FieldValue | undefined): void =>
    change((state) =>
      personal
        ? personFieldSet(state, patient.id, field.name, value, visit.person)
        : fieldSet(state, patient.id, visit.id, field.name, value),
    );
