import type { InputField } from '../../../runtime/ir/types.ts';
import type { FieldValue } from '../../store/simulation.ts';
import { visitChanged } from '../../store/visits.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import type { FieldMessage } from '../../ui/Field.tsx';
import styles from './Desk.module.css';
import { formOf } from './form.ts';
import { PolicyField } from './PolicyField.tsx';
import { currentAnswer, shownValue } from './select.ts';
import { simulateWords } from './strings.ts';
import type { Desk } from './use-desk.ts';
import { change } from './use-desk.ts';

/** 更正: the fields of an earlier visit as they came in; what is changed here is what the correction says. */
export function CorrectionForm({ desk }: { readonly desk: Desk }) {
  const say = useWords(simulateWords);
  const language = useLanguage();
  const { patient, visit, summary } = desk;
  const of = patient.encounters.find((one) => one.id === visit.corrects);
  const answer = currentAnswer(desk.state);
  if (!of) return null;
  const form = formOf(summary);
  const number = patient.encounters.indexOf(of) + 1;
  const set = ({ name }: InputField, value: FieldValue | undefined): void =>
    change((state) =>
      visitChanged(state, patient.id, visit.id, (one) => {
        const { [name]: _, ...rest } = one.fields;
        const asBefore = value === undefined || JSON.stringify(value) === JSON.stringify(of.fields[name]);
        return { ...one, fields: asBefore ? rest : { ...rest, [name]: value } };
      }),
    );
  const messageFor = (field: InputField): FieldMessage | undefined => {
    const problem = answer?.problems.find((one) => one.field === field.name);
    if (problem) return { tone: 'problem', text: problem[language] };
    if (visit.fields[field.name] === undefined) return undefined;
    return { tone: 'remark', text: say('cameInAs', { value: shownValue(of.fields[field.name], say) }) };
  };
  // The total follows from the parts.
  const fields = [...form.person, ...form.visit, ...form.bill].filter(({ name }) => name !== summary.bill?.total);
  return (
    <fieldset className={styles.group}>
      <legend>
        {say('correctionOf', { number })} <small>{say('correctionHint')}</small>
      </legend>
      {fields.map((field) => (
        <PolicyField
          key={`${visit.id}${field.name}`}
          field={field}
          initials={summary.initials}
          value={visit.fields[field.name] ?? of.fields[field.name]}
          onChange={(value) => set(field, value)}
          message={messageFor(field)}
        />
      ))}
    </fieldset>
  );
}
