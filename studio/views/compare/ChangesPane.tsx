import { Fragment } from 'react';
import { useStore } from 'zustand';
import type { StructureChange } from '../../../language/index.ts';
import { reveal } from '../../loop/loop.ts';
import { comparison } from '../../store/comparison.ts';
import { ruleName } from '../../strings/quantities.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import { IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Pane } from '../../ui/Pane.tsx';
import { Tag } from '../../ui/Tag.tsx';
import styles from './Changes.module.css';
import { ScopeNote } from './ScopeNote.tsx';
import type { ChangeGroup, NumberedChange } from './select.ts';
import { countsOf, groupsOf } from './select.ts';
import type { Sides } from './sides.ts';
import { compareWords } from './strings.ts';
import { useSideName } from './use-side-name.ts';
import type { SayCompare } from './words.ts';
import { differenceText, valueText } from './words.ts';

/** Every value and rule that is not the same, under its benefit; a chosen one lights the curves it is about. */
export function ChangesPane({ sides }: { readonly sides: Extract<Sides, { kind: 'sides' }> }) {
  const say = useWords(compareWords);
  const state = useStore(comparison);
  const [before, after] = [useSideName(sides.before), useSideName(sides.after)];
  const groups = groupsOf(state);
  const { changed, added, gone } = countsOf(state);
  const counts = say('countChanged', { changed, added }) + (gone > 0 ? say('countGone', { gone }) : '');
  return (
    <Pane title={say('whatChanged')} hint={state.changes ? counts : ''} paneId="changes" bare>
      <div className={styles.pane}>
        <div className={styles.scroll}>
          {state.changes ? (
            <table className={styles.table}>
              <thead>
                <tr>
                  <td className={styles.number} />
                  <th scope="col">{say('rule')}</th>
                  <th scope="col">{before}</th>
                  <th scope="col">{after}</th>
                  <th scope="col">{say('difference')}</th>
                </tr>
              </thead>
              <tbody>
                {groups.map((group) => (
                  <Group key={group.name} group={group} after={after} />
                ))}
                <tr className={styles.group}>
                  <th scope="colgroup" colSpan={5}>
                    {say('unchanged')} <span className={styles.note}>{say('unchangedCount', { count: state.changes.changes.same })}</span>
                  </th>
                </tr>
              </tbody>
            </table>
          ) : null}
        </div>
        <ScopeNote sides={sides} />
      </div>
    </Pane>
  );
}

function Group({ group, after }: { readonly group: ChangeGroup; readonly after: string }) {
  const say = useWords(compareWords);
  return (
    <Fragment>
      <tr className={styles.group}>
        <th scope="colgroup" colSpan={5}>
          {group.name === '' ? say('otherRules') : group.name}
          {group.how === 'new' ? <Tag tone="jade">{say('newHere', { side: after })}</Tag> : null}
          {group.how === 'gone' ? <Tag tone="verm">{say('goneHere', { side: after })}</Tag> : null}
        </th>
      </tr>
      {group.values.map((change) => (
        <Row key={`${change.how} ${change.address}`} change={change} />
      ))}
      {group.rules.map((rule) => (
        <tr key={`${rule.what} ${rule.how} ${rule.name}`} className={styles.rule}>
          <td className={styles.number}>≠</td>
          <td colSpan={4} title={rule.parts.join('、')}>
            {rule.name === group.name ? '' : <b>{rule.name} </b>}
            {ruleText(rule, say)}
            {rule.after && rule.how !== 'gone' ? <Place label={say('showText', { name: rule.name })} range={rule.after} /> : null}
          </td>
        </tr>
      ))}
      {group.values.length === 0 && group.rules.length === 0 && group.how !== undefined ? (
        <tr className={styles.rule}>
          <td className={styles.number}>≠</td>
          <td colSpan={4}>{say(group.how === 'new' ? 'newRule' : 'goneRule')}</td>
        </tr>
      ) : null}
    </Fragment>
  );
}

function Row({ change }: { readonly change: NumberedChange }) {
  const say = useWords(compareWords);
  const language = useLanguage();
  const chosen = useStore(comparison, (now) => now.chosen === change.number);
  const { before, after, number } = change;
  const name = ruleName(change);
  const quote = (after ?? before)?.quotes.map((one) => `“${one.quote}”`).join('\n');
  return (
    <tr className={classes(styles.row, chosen && styles.chosen)} title={quote === '' ? undefined : quote}>
      <td className={styles.number}>{number}</td>
      <th scope="row">
        <button
          type="button"
          className={styles.pick}
          aria-pressed={chosen}
          aria-label={say('showRow', { number, name })}
          onClick={() => comparison.setState({ chosen: chosen ? undefined : number })}
        >
          {name}
        </button>
        {after ? <Place label={say('showText', { name })} range={after.source} /> : null}
      </th>
      <td className={classes(styles.before, change.how === 'gone' && styles.gone)}>{valueText(before, say, language, false)}</td>
      <td className={styles.after}>{valueText(after, say, language, false)}</td>
      <td className={classes(styles.difference, change.how !== 'changed' && styles.pale)}>{differenceText(change, say, language)}</td>
    </tr>
  );
}

function Place({
  label,
  range,
}: {
  readonly label: string;
  readonly range: { readonly file: string; readonly start: number; readonly end: number };
}) {
  return (
    <span className={styles.place}>
      <IconButton icon="rule" size={24} label={label} onClick={() => reveal(range)} />
    </span>
  );
}

const KINDS = {
  accumulator: { new: 'newAccumulator', gone: 'goneAccumulator', changed: 'changedAccumulator' },
  eligibility: { new: 'newEligibility', gone: 'goneEligibility', changed: 'changedEligibility' },
} as const;

/** What of a rule is otherwise. */
function ruleText({ what, how, parts, name }: StructureChange, say: SayCompare): string {
  switch (what) {
    case 'benefit':
    case 'rule':
      if (how === 'changed') {
        const own = parts.map((part) => (part.startsWith(`${name}.`) ? part.slice(name.length + 1) : part));
        return say('writtenOtherwise', { parts: own.join('、') });
      }
      return say(how === 'new' ? 'newRule' : 'goneRule');
    case 'accumulator':
    case 'eligibility':
      return say(KINDS[what][how]);
    case 'constraint':
      return say('constraintChanged');
    case 'rounding':
      return say('roundingChanged');
  }
}
