import { useWords } from '../../strings/use-words.ts';
import type { Clause, ClauseState } from '../../worker/protocol.ts';
import styles from './SourceCounts.module.css';
import { countsOf } from './source-select.ts';
import { sourceWords } from './source-strings.ts';

const SHOWN = ['rule', 'pending', 'unexpressed', 'undone'] as const;

/** How much of the document has become rules; each count leads to the next sentence of its kind. */
export function SourceCounts({ clauses, onNext }: { readonly clauses: readonly Clause[]; readonly onNext: (state: ClauseState) => void }) {
  const say = useWords(sourceWords);
  const counts = countsOf(clauses);
  const all = clauses.length - counts.notARule;
  const { rule, pending, unexpressed, undone } = counts;
  return (
    <div className={styles.counts}>
      <div className={styles.bar} role="img" aria-label={say('bar', { all, rule, pending, unexpressed, undone })}>
        {SHOWN.map((state) => (counts[state] > 0 ? <i key={state} className={styles[state]} style={{ flexGrow: counts[state] }} /> : null))}
      </div>
      <div className={styles.line}>
        <span>
          {say('all')} <b>{all}</b>
        </span>
        {SHOWN.filter((state) => counts[state] > 0 || state === 'undone').map((state) => (
          <Count key={state} state={state} count={counts[state]} onNext={onNext} />
        ))}
        <span className={styles.grow} />
        {counts.notARule > 0 ? <Count state="notARule" count={counts.notARule} onNext={onNext} /> : null}
      </div>
    </div>
  );
}

function Count({
  state,
  count,
  onNext,
}: {
  readonly state: ClauseState;
  readonly count: number;
  readonly onNext: (state: ClauseState) => void;
}) {
  const say = useWords(sourceWords);
  if (count === 0)
    return (
      <span>
        {say(state)} <b>{count}</b>
      </span>
    );
  return (
    <button type="button" className={styles.count} title={say('nextOf', { state: say(state) })} onClick={() => onNext(state)}>
      <i className={styles[state]} aria-hidden="true" />
      {say(state)} <b>{count}</b>
    </button>
  );
}
