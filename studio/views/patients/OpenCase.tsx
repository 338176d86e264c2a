import { useState } from 'react';
import { changeSet } from '../../loop/patient-sets.ts';
import { lineOf, openPointsIn } from '../../store/review-outcome.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Case.module.css';
import { withLine } from './deciding.ts';
import { Links } from './Links.tsx';
import type { Case, Group } from './select.ts';
import { patientsWords } from './strings.ts';
import type { Table } from './use-review.ts';

/** Where the rules stop and why, and the one line that sign-off asks for. Keyed by its patient: another case has a line of its own. */
export function OpenCase({ table, one, group }: { readonly table: Table; readonly one: Case; readonly group: Group }) {
  const say = useWords(patientsWords);
  const points = openPointsIn(one.reviewed, 'open');
  const [line, setLine] = useState(lineOf(one.patient));
  const write = (): void =>
    changeSet(table.path, say('undoneLine', { count: group.cases.length }), (set) =>
      withLine(
        set,
        group.cases.map(({ patient }) => patient.id),
        line,
      ),
    );
  return (
    <div className={styles.zone}>
      <h3 className={styles.ochre}>{say('stopsAt')}</h3>
      {points.map((point) => (
        <div key={`${point.policy ?? ''} ${point.address}`} className={styles.point}>
          <p className={styles.sentence}>{point.reason}</p>
          <Links one={one} table={table} ground={{ source: point.source, citations: [] }} />
        </div>
      ))}
      <form
        className={styles.decision}
        onSubmit={(event) => {
          event.preventDefault();
          write();
        }}
      >
        <label className={styles.reason}>
          <span>{say('oneLine')}</span>
          <input type="text" value={line} placeholder={say('oneLineHint')} onChange={(event) => setLine(event.target.value)} />
        </label>
        <Button kind="primary" keys="↵" onClick={write}>
          {say('lineForAll', { count: group.cases.length })}
        </Button>
      </form>
      {one.patient.note === undefined ? null : <p className={styles.note}>{one.patient.note}</p>}
    </div>
  );
}
