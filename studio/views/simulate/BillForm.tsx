import type { InputField } from '../../../runtime/ir/types.ts';
import { visitChanged } from '../../store/visits.ts';
import { shortMoneyText } from '../../strings/money.ts';
import { useWords } from '../../strings/use-words.ts';
import type { FieldMessage } from '../../ui/Field.tsx';
import { balanceOf, billTyped, gapOf } from './bill.ts';
import styles from './Desk.module.css';
import { PolicyField } from './PolicyField.tsx';
import { simulateWords } from './strings.ts';
import type { Desk } from './use-desk.ts';
import { change } from './use-desk.ts';

interface BillFormProps {
  readonly desk: Desk;
  readonly fields: readonly InputField[];
  readonly messageFor: (field: InputField) => FieldMessage | undefined;
}

/** The total and its parts; one of them is always what the others leave. */
export function BillForm({ desk, fields, messageFor }: BillFormProps) {
  const say = useWords(simulateWords);
  const { patient, visit } = desk;
  const { bill } = desk.summary;
  if (!bill) return null;
  const gap = gapOf(visit, bill);
  const balance = balanceOf(visit, bill);
  return (
    <fieldset className={styles.group}>
      <legend>{say('bill')}</legend>
      {fields.map((field) => {
        const automatic = field.name === gap;
        const message: FieldMessage | undefined =
          automatic && balance.kind === 'exceeds'
            ? { tone: 'problem', text: say('billExceeds', { total: bill.total, by: shortMoneyText(balance.by) }) }
            : messageFor(field);
        return (
          <PolicyField
            key={`${visit.id}${field.name}`}
            field={field}
            automatic={automatic}
            value={visit.fields[field.name]}
            message={message}
            onChange={(value) =>
              change((state) =>
                visitChanged(state, patient.id, visit.id, (one) =>
                  billTyped(one, bill, field.name, typeof value === 'string' ? value : undefined),
                ),
              )
            }
          />
        );
      })}
    </fieldset>
  );
}
