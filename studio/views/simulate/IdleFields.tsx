import { useState } from 'react';
import type { InputField } from '../../../runtime/ir/types.ts';
import { useWords } from '../../strings/use-words.ts';
import type { FieldMessage } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Desk.module.css';
import { PolicyField } from './PolicyField.tsx';
import { setField } from './set-field.ts';
import { simulateWords } from './strings.ts';
import type { Desk } from './use-desk.ts';

interface IdleFieldsProps {
  readonly desk: Desk;
  readonly fields: readonly InputField[];
  readonly personal: readonly InputField[];
  readonly messageFor: (field: InputField) => FieldMessage | undefined;
}

/** Fields that cannot change this result, under one line that names them. */
export function IdleFields({ desk, fields, personal, messageFor }: IdleFieldsProps) {
  const say = useWords(simulateWords);
  const [open, setOpen] = useState(false);
  if (fields.length === 0) return null;
  return (
    <section className={styles.idle} aria-label={say('idle', { count: fields.length })}>
      <button type="button" className={styles.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'chevronUp' : 'chevronDown'} size={14} />
        <span>{say('idle', { count: fields.length })}</span>
        {open ? null : <small>{fields.map(({ name }) => name).join(say('listed'))}</small>}
      </button>
      {open
        ? fields.map((field) => (
            <PolicyField
              key={`${desk.visit.id}${field.name}`}
              field={field}
              initials={desk.summary.initials}
              value={desk.visit.fields[field.name]}
              onChange={setField(desk, field, personal.includes(field))}
              message={messageFor(field)}
            />
          ))
        : null}
    </section>
  );
}
