import { useWords } from '../../strings/use-words.ts';
import { Button, Keys } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import styles from './Case.module.css';
import { figureText } from './Cells.tsx';
import type { Choice } from './deciding.ts';
import { correctionsOf, decidedTogether } from './deciding.ts';
import type { Case, Group } from './select.ts';
import { patientsWords } from './strings.ts';

interface DecisionProps {
  readonly one: Case;
  readonly group: Group;
  readonly choice: Choice;
  readonly onChoice: (choice: Choice) => void;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onApply: () => void;
}

const CHOICES: readonly Choice[] = ['expectation', 'rules', 'notice'];
/** Names said in full before the rest is counted. */
const NAMED = 4;

/** What to do about a difference, for all the cases of its cause at once: 1 2 3 choose, ↵ does it. */
export function Decision({ one, group, choice, onChoice, reason, onReason, onApply }: DecisionProps) {
  const say = useWords(patientsWords);
  const [first] = correctionsOf(one);
  const together = decidedTogether(one, group);
  const others = together.filter(({ number }) => number !== one.number);
  const names = others
    .slice(0, NAMED)
    .map(({ number, ...rest }) => {
      const [correction] = correctionsOf({ number, ...rest });
      return correction ? `${say('caseTitle', { number })} → ${figureText(correction.to)}` : say('caseTitle', { number });
    })
    .join('；');
  const words: Readonly<Record<Choice, readonly [title: string, hint: string]>> = {
    expectation: [
      first ? say('fixExpectation', { amount: figureText(first.to) }) : say('fixExpectationPlain'),
      others.length > 0
        ? say('fixHintMany', { names: others.length > NAMED ? `${names}…` : names, reason })
        : reason === ''
          ? say('fixHintBare')
          : say('fixHint', { reason }),
    ],
    rules: [say('blameRules'), say('blameRulesHint')],
    notice: [say('blameNotice'), say('blameNoticeHint')],
  };
  return (
    <form
      className={styles.decision}
      aria-label={say('choose')}
      onSubmit={(event) => {
        event.preventDefault();
        onApply();
      }}
    >
      <fieldset className={styles.choices}>
        <legend className="unseen">{say('choose')}</legend>
        {CHOICES.map((own, at) => (
          <label key={own} className={classes(styles.choice, own === choice && styles.chosen)}>
            <input type="radio" name="decision" checked={own === choice} onChange={() => onChoice(own)} />
            <span>
              {words[own][0]}
              <small>{words[own][1]}</small>
            </span>
            <Keys>{at + 1}</Keys>
          </label>
        ))}
      </fieldset>
      {choice === 'expectation' ? null : (
        <label className={styles.reason}>
          <span>{say('reason')}</span>
          <input type="text" value={reason} onChange={(event) => onReason(event.target.value)} />
        </label>
      )}
      <Button kind="primary" keys="↵" onClick={onApply}>
        {say('apply', { count: together.length })}
      </Button>
    </form>
  );
}
