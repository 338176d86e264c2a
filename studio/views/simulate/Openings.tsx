import { useState } from 'react';
import type { OpeningCell } from '../../../runtime/answer.ts';
import { openingSet } from '../../store/visits.ts';
import { useWords } from '../../strings/use-words.ts';
import { MoneyField, TextField } from '../../ui/fields.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Desk.module.css';
import type { OpeningRow } from './openings.ts';
import { openingRows } from './openings.ts';
import { simulateWords } from './strings.ts';
import type { Desk } from './use-desk.ts';
import { change } from './use-desk.ts';

/** 期初: what the running totals that these visits read had held before the first of them. */
export function Openings({ desk }: { readonly desk: Desk }) {
  const say = useWords(simulateWords);
  const { openings } = desk.patient;
  const [open, setOpen] = useState(openings.length > 0);
  const rows = openingRows(desk.state, desk.summary.name);
  if (rows.length === 0) return null;
  return (
    <section className={styles.idle} aria-label={say('openings')}>
      <button type="button" className={styles.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'chevronUp' : 'chevronDown'} size={14} />
        <span>{say('openings')}</span>
        {open ? null : <small>{openings.length === 0 ? say('openingsNone') : say('openingsCount', { count: openings.length })}</small>}
      </button>
      {open ? rows.map((row) => <Opening key={row.label} desk={desk} row={row} />) : null}
    </section>
  );
}

function Opening({ desk, row }: { readonly desk: Desk; readonly row: OpeningRow }) {
  const say = useWords(simulateWords);
  const { label, cell, money, value } = row;
  const set = (next: string | undefined): void => change((state) => openingSet(state, desk.patient.id, cell, next));
  const same = { label, note: noteOf(cell), value, placeholder: say('openingBlank'), onChange: set };
  return <div className={styles.field}>{money ? <MoneyField {...same} /> : <TextField {...same} />}</div>;
}

const noteOf = ({ accumulator, keys }: Omit<OpeningCell, 'value'>): string => [accumulator, ...keys.map(String)].join(' · ');
