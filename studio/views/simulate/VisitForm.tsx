import { useRef } from 'react';
import type { InputField } from '../../../runtime/ir/types.ts';
import { standsAlone } from '../../store/simulation.ts';
import { personRenamed } from '../../store/visits.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import type { FieldMessage } from '../../ui/Field.tsx';
import { TextField } from '../../ui/fields.tsx';
import { askedOf } from './asked.ts';
import { BillForm } from './BillForm.tsx';
import { ComputedFields } from './ComputedFields.tsx';
import { CorrectionForm } from './CorrectionForm.tsx';
import styles from './Desk.module.css';
import { formOf } from './form.ts';
import { IdleFields } from './IdleFields.tsx';
import { ItemsForm } from './ItemsForm.tsx';
import { PolicyField } from './PolicyField.tsx';
import { currentAnswer, heedsOf } from './select.ts';
import { setField } from './set-field.ts';
import { simulateWords } from './strings.ts';
import type { Desk } from './use-desk.ts';
import { change } from './use-desk.ts';
import { useHeldField } from './use-held-field.ts';

/** The form of the visit that is looked at: what can change its result, in order; the rest folded under one line. */
export function VisitForm({ desk }: { readonly desk: Desk }) {
  const say = useWords(simulateWords);
  const box = useRef<HTMLDivElement>(null);
  const held = useHeldField(box);
  const messageFor = useMessages(desk);
  const { summary, patient, visit } = desk;
  if (visit.reverses !== undefined) {
    const number = patient.encounters.findIndex((one) => one.id === visit.reverses) + 1;
    return <p className={styles.remark}>{say('reversalHint', { number })}</p>;
  }
  if (!standsAlone(visit)) return <CorrectionForm desk={desk} />;
  const form = formOf(summary);
  const asked = askedOf(form, summary, heedsOf(desk.state, visit), currentAnswer(desk.state), held);
  const one = (field: InputField, personal: boolean) => (
    <PolicyField
      key={`${visit.id}${field.name}`}
      field={field}
      initials={summary.initials}
      value={visit.fields[field.name]}
      onChange={setField(desk, field, personal)}
      message={messageFor(field)}
    />
  );
  const persons = new Set(patient.encounters.map(({ person }) => person ?? patient.name));
  return (
    <div ref={box}>
      {visit.person === undefined ? null : (
        <div className={styles.group}>
          <TextField
            label={summary.person}
            value={visit.person}
            onChange={(name) => change((state) => personRenamed(state, patient.id, visit.person ?? '', name ?? ''))}
          />
        </div>
      )}
      {asked.person.length === 0 ? null : (
        <fieldset className={styles.group}>
          <legend>
            {persons.size > 1 ? (visit.person ?? patient.name) : say('personFacts')} <small>{say('personFactsHint')}</small>
          </legend>
          {asked.person.map((field) => one(field, true))}
        </fieldset>
      )}
      <fieldset className={styles.group}>
        <legend>{say('visitFacts')}</legend>
        {asked.visit.map((field) => one(field, false))}
      </fieldset>
      {summary.lists.map((list) => (
        <ItemsForm key={`${visit.id}${list.name}`} desk={desk} list={list} />
      ))}
      <BillForm desk={desk} fields={asked.bill} messageFor={messageFor} />
      <ComputedFields desk={desk} />
      <IdleFields desk={desk} fields={asked.idle} personal={form.person} messageFor={messageFor} />
    </div>
  );
}

/** What is said beside a field: what is wrong with it, or that it is needed. A 约束 that does not hold is said beside each field it reads. */
function useMessages(desk: Desk): (field: InputField) => FieldMessage | undefined {
  const say = useWords(simulateWords);
  const language = useLanguage();
  const answer = currentAnswer(desk.state);
  const broken = new Set(heedsOf(desk.state, desk.visit)?.broken);
  return (field) => {
    const problem =
      answer?.problems.find((one) => one.field === field.name) ??
      (broken.has(field.name) ? answer?.problems.find(({ code }) => code === 'constraint') : undefined);
    if (problem) return { tone: 'problem', text: problem[language] };
    return answer?.missing.includes(field.name) ? { tone: 'problem', text: say('needed') } : undefined;
  };
}
