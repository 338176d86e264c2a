import { useState } from 'react';
import { changeSet } from '../../loop/patient-sets.ts';
import { missingIn } from '../../store/review-outcome.ts';
import type { FieldValue } from '../../store/simulation.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Case.module.css';
import { filledIn } from './deciding.ts';
import { readCell } from './mapping.ts';
import type { Case, Group } from './select.ts';
import { patientsWords } from './strings.ts';
import type { Table } from './use-review.ts';

/** Which facts are missing, and where to give them to all the cases that lack the same ones. Keyed by its patient. */
export function StuckCase({ table, one, group }: { readonly table: Table; readonly one: Case; readonly group: Group }) {
  const say = useWords(patientsWords);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const missing = missingIn(one.reviewed);
  const summary = table.summaries.find(({ name }) => name === one.patient.policy);
  const fields = (summary?.inputs ?? []).filter(({ name }) => missing.includes(name));
  if (missing.length === 0 || fields.length === 0) return null;
  const given = fields.flatMap((field): [string, FieldValue][] => {
    const read = readCell((typed[field.name] ?? '').trim(), field);
    return (typed[field.name] ?? '') !== '' && 'value' in read ? [[field.name, read.value]] : [];
  });
  const write = (): void => {
    const ids = group.cases.filter(({ patient }) => patient.policy === one.patient.policy).map(({ patient }) => patient.id);
    const what = say('undoneFill', { count: ids.length, fields: given.map(([name]) => name).join('、') });
    changeSet(table.path, what, (set) => filledIn(set, ids, Object.fromEntries(given)));
  };
  return (
    <div className={styles.zone}>
      <h3 className={styles.sentence}>{say('lacksTitle', { fields: missing.join('、') })}</h3>
      <form
        className={styles.decision}
        onSubmit={(event) => {
          event.preventDefault();
          if (given.length > 0) write();
        }}
      >
        {fields.map((field) => {
          const value = typed[field.name] ?? '';
          const unread = value !== '' && !('value' in readCell(value.trim(), field));
          const set = (text: string): void => setTyped({ ...typed, [field.name]: text });
          return (
            <div key={field.name} className={styles.reason}>
              <label htmlFor={`lacking ${field.name}`}>{field.name}</label>
              {field.values ? (
                <select id={`lacking ${field.name}`} value={value} onChange={(event) => set(event.target.value)}>
                  <option value="" />
                  {field.values.map(({ name }) => (
                    <option key={name}>{name}</option>
                  ))}
                </select>
              ) : (
                <input
                  id={`lacking ${field.name}`}
                  type="text"
                  value={value}
                  aria-invalid={unread}
                  onChange={(event) => set(event.target.value)}
                />
              )}
              {unread && field.type.kind === 'date' ? <small>{say('whyDay')}</small> : null}
            </div>
          );
        })}
        <small>{say('lacksHint')}</small>
        <Button kind="primary" keys="↵" disabled={given.length === 0} onClick={write}>
          {say('fillIn', { count: group.cases.length })}
        </Button>
      </form>
    </div>
  );
}
