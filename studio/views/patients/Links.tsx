import { reveal } from '../../loop/loop.ts';
import { simulatePatient } from '../../loop/patient-sets.ts';
import { useWords } from '../../strings/use-words.ts';
import type { Ground } from '../../worker/protocol.ts';
import styles from './Case.module.css';
import type { Case } from './select.ts';
import { patientsWords } from './strings.ts';
import type { Table } from './use-review.ts';

/** Where the rule stands, and the desk on which the case can be tried. */
export function Links({
  one,
  table,
  ground,
}: {
  readonly one: Case;
  readonly table: Table;
  readonly ground: Pick<Ground, 'source' | 'citations'> | undefined;
}) {
  const say = useWords(patientsWords);
  const [citation] = ground?.citations ?? [];
  return (
    <p className={styles.links}>
      {citation ? <span>{say('quoteFrom', { document: citation.document })}</span> : null}
      {ground ? (
        <button type="button" onClick={() => reveal(ground.source)}>
          {say('ruleLine', { line: ground.source.line })}
        </button>
      ) : null}
      <button type="button" onClick={() => simulatePatient(table.path, one.patient.id)}>
        {say('inSimulate')}
      </button>
    </p>
  );
}
