import type { AnnualDraft } from '../../store/annual.ts';
import { useWords } from '../../strings/use-words.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { AnnualReading } from '../../worker/protocol.ts';
import { endRule } from './decide.ts';
import styles from './Questions.module.css';
import { annualWords } from './strings.ts';

/** Sentences that seem to end a rule and have no number to be found by: for each, the rule that it ends. */
export function Endings({ annual: found, draft }: { readonly annual: AnnualReading; readonly draft: AnnualDraft }) {
  const say = useWords(annualWords);
  const { endings } = found.reading;
  if (endings.length === 0) return null;
  const title = say('ended', { count: endings.length });
  return (
    <section className={styles.ask} aria-label={title}>
      <header>
        <Icon name="open" />
        <b>{title}</b>
        <span>{say('endedHint')}</span>
      </header>
      {endings.map(({ start, end }) => (
        <div key={start} className={styles.row}>
          <span className={styles.mark} />
          <div className={styles.words}>
            <div>{say('endedQuestion')}</div>
            <q>{found.text.slice(start, end)}</q>
          </div>
          <div className={styles.choices}>
            <select
              aria-label={say('endedQuestion')}
              value={draft.ended?.[start] ?? '?'}
              onChange={(event) => endRule(draft.policy, start, event.target.value)}
            >
              <option value="?" disabled>
                {say('endedChoose')}
              </option>
              <option value="">{say('endedNone')}</option>
              {found.shape.stoppable.map((path) => (
                <option key={path} value={path}>
                  {path}
                </option>
              ))}
            </select>
          </div>
        </div>
      ))}
    </section>
  );
}
