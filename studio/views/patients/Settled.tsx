import { changeSet } from '../../loop/patient-sets.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Case.module.css';
import { figure, figureText } from './Cells.tsx';
import { undecided } from './deciding.ts';
import { Links } from './Links.tsx';
import type { Case } from './select.ts';
import { patientsWords } from './strings.ts';
import type { Table } from './use-review.ts';

/** A case that does not differ: each value with its tick, visit by visit, and where the expected figures come from. */
export function Settled({ table, one }: { readonly table: Table; readonly one: Case }) {
  const say = useWords(patientsWords);
  const { patient, reviewed } = one;
  const dayField = table.summaries.find(({ name }) => name === patient.policy)?.versionDay ?? '';
  const dayOf = (visit: string): string => String(patient.encounters.find(({ id }) => id === visit)?.fields[dayField] ?? '');
  return (
    <div className={styles.zone}>
      {(reviewed?.visits ?? []).map(({ event, values, status, reasons }) =>
        values.length === 0 && reasons.length === 0 ? null : (
          <section key={event} className={styles.visit}>
            <h3>{say('visitHead', { visit: event, day: dayOf(event) })}</h3>
            {reasons.length > 0 && status !== 'settled' ? <p className={styles.also}>{reasons.join('；')}</p> : null}
            <dl className={styles.values}>
              {values.map(({ label, actual, verdict }) => (
                <div key={label}>
                  <dt>{label.replaceAll('.', ' ')}</dt>
                  <dd className={classes(verdict === 'open' && styles.ochre)}>
                    {figure(actual)} <Icon name={verdict === 'same' ? 'holds' : 'open'} size={14} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ),
      )}
      <Links one={one} table={table} ground={undefined} />
      {patient.note === undefined ? null : (
        <section className={styles.visit}>
          <h3>{say('noteTitle')}</h3>
          <p className={styles.note}>{patient.note}</p>
        </section>
      )}
      {patient.disposition === undefined ? null : (
        <section className={styles.visit}>
          <h3>{say('decided', { what: patient.disposition.reason })}</h3>
          {patient.disposition.kind === 'expectation'
            ? patient.disposition.corrections.map(({ visit, label, from, to }) => (
                <p key={`${visit} ${label} ${from}`} className={styles.note}>
                  {say('correctedBefore', { label: label.replaceAll('.', ' '), from: figureText(from), to: figureText(to) })}
                </p>
              ))
            : null}
          <Button small onClick={() => changeSet(table.path, say('undoneDecision', { count: 1 }), (set) => undecided(set, [patient.id]))}>
            {say('takeBack')}
          </Button>
        </section>
      )}
    </div>
  );
}
