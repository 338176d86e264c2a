import { useWords } from '../../strings/use-words.ts';
import { decide } from './decide.ts';
import styles from './NotARule.module.css';
import { annualWords } from './strings.ts';

const REASONS = ['noRuleStatistic', 'noRuleExample', 'noRuleRepeat', 'noRuleOther'] as const;

/** Sets a number aside with a reason: one of a few, which stands with the decision. */
export function NotARule({ policy, number }: { readonly policy: string; readonly number: number }) {
  const say = useWords(annualWords);
  return (
    <select
      className={styles.select}
      aria-label={say('notARule')}
      value=""
      onChange={(event) => decide(policy, number, { kind: 'notARule', why: event.target.value })}
    >
      <option value="" disabled>
        {say('notARule')}
      </option>
      {REASONS.map((reason) => (
        <option key={reason} value={say(reason)}>
          {say(reason)}
        </option>
      ))}
    </select>
  );
}
