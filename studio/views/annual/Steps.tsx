import { goToStep } from '../../loop/annual.ts';
import type { AnnualDraft, AnnualStep } from '../../store/annual.ts';
import { annual, forgotten } from '../../store/annual.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Steps.module.css';
import { annualWords } from './strings.ts';

const STEPS = [1, 2, 3, 4, 5] as const;

/** The five steps; those that have been passed can be gone back to. */
export function Steps({ draft, step }: { readonly draft: AnnualDraft; readonly step: AnnualStep }) {
  const say = useWords(annualWords);
  return (
    <nav className={styles.steps} aria-label={say('steps')}>
      <ol>
        {STEPS.map((one) => (
          <li key={one} className={classes(styles.step, one < step && styles.done, one === step && styles.on)}>
            <button
              type="button"
              aria-current={one === step ? 'step' : undefined}
              aria-label={say('stepState', { step: one, name: say(`step${one}`) })}
              aria-disabled={one > 2 && draft.document === undefined ? true : undefined}
              onClick={() => (one > 2 && draft.document === undefined ? undefined : goToStep(one))}
            >
              <span className={styles.mark}>{one < step ? <Icon name="holds" size={14} /> : one}</span>
              {say(`step${one}`)}
            </button>
          </li>
        ))}
      </ol>
      <span className={styles.grow} />
      <span className={styles.note}>{say('leave')}</span>
      {draft.step > 1 || draft.document !== undefined ? (
        <Button small kind="quiet" icon="reverse" onClick={() => annual.setState((state) => forgotten(state, draft.policy))}>
          {say('startOver')}
        </Button>
      ) : null}
    </nav>
  );
}
