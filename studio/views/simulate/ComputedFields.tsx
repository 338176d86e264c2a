import { useWords } from '../../strings/use-words.ts';
import { Money } from '../../ui/Money.tsx';
import styles from './Desk.module.css';
import { currentAnswer } from './select.ts';
import { simulateWords } from './strings.ts';
import type { Desk } from './use-desk.ts';

/** Fields that the policy works out itself, with what they came to: shown, not asked. */
export function ComputedFields({ desk }: { readonly desk: Desk }) {
  const say = useWords(simulateWords);
  const { computed } = desk.summary;
  const answer = currentAnswer(desk.state);
  if (computed.length === 0) return null;
  return (
    <section className={styles.group} aria-label={say('computed')}>
      <h3 className={styles.legend}>
        {say('computed')} <small>{say('computedHint')}</small>
      </h3>
      <dl className={styles.computed}>
        {computed.map(({ name }) => {
          const amount = answer?.amounts[name];
          if (amount === undefined) return null;
          return (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Money yuan={amount} />
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
