import type { InputField } from '../../../runtime/ir/types.ts';
import type { FieldValue } from '../../store/simulation.ts';
import { fieldSet } from '../../store/simulation.ts';
import { personFieldSet, visitChanged } from '../../store/visits.ts';
import { shortMoneyText } from '../../strings/money.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import type { FieldMessage } from '../../ui/Field.tsx';
import { balanceOf, billTyped, gapOf } from './bill.ts';
import styles from './Desk.module.css';
import { formOf } from './form.ts';
import { ItemsForm } from './ItemsForm.tsx';
import { PolicyField } from './PolicyField.tsx';
import { currentAnswer } from './select.ts';
import { simulateWords } from './strings.ts';
import type { Desk } from './use-desk.ts';
import { change } from './use-desk.ts';

/** Person, visit and bill, each field by its type; what the answer misses or refuses is marked at the field. */
export function VisitForm({ desk }: { readonly desk: Desk }) {
  const say = useWords(simulateWords);
  const { summary, patient, visit } = desk;
  const language = useLanguage();
  const form = formOf(summary);
  const answer = currentAnswer(desk.state);
  const messageFor = (field: InputField): FieldMessage | undefined => {
    const problem = answer?.problems.find((one) => one.field === field.name);
    if (problem) return { tone: 'problem', text: problem[language] };
    if (answer?.missing.includes(field.name)) return { tone: 'problem', text: say('needed') };
    return undefined;
  };
  const setVisit = (field: InputField) => (value: FieldValue | undefined) =>
    change((state) => fieldSet(state, patient.id, visit.id, field.name, value));
  const setPerson = (field: InputField) => (value: FieldValue | undefined) =>
    change((state) => personFieldSet(state, patient.id, field.name, value));
  if (visit.reverses !== undefined) {
    const number = patient.encounters.findIndex((one) => one.id === visit.reverses) + 1;
    return <p className={styles.remark}>{say('reversalHint', { number })}</p>;
  }
  return (
    <>
      {form.person.length === 0 ? null : (
        <fieldset className={styles.group}>
          <legend>
            {say('personFacts')} <small>{say('personFactsHint')}</small>
          </legend>
          {form.person.map((field) => (
            <PolicyField
              key={field.name}
              field={field}
              value={visit.fields[field.name]}
              onChange={setPerson(field)}
              message={messageFor(field)}
            />
          ))}
        </fieldset>
      )}
      <fieldset className={styles.group}>
        <legend>{say('visitFacts')}</legend>
        {form.visit.map((field) => (
          <PolicyField
            key={`${visit.id}${field.name}`}
            field={field}
            value={visit.fields[field.name]}
            onChange={setVisit(field)}
            message={messageFor(field)}
          />
        ))}
      </fieldset>
      {summary.lists.map((list) => (
        <ItemsForm key={`${visit.id}${list.name}`} desk={desk} list={list} />
      ))}
      {summary.bill ? <BillForm desk={desk} fields={form.bill} messageFor={messageFor} /> : null}
    </>
  );
}

function BillForm({
  desk,
  fields,
  messageFor,
}: {
  readonly desk: Desk;
  readonly fields: readonly InputField[];
  readonly messageFor: (field: InputField) => FieldMessage | undefined;
}) {
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
