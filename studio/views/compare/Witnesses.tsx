import { useState } from 'react';
import { useStore } from 'zustand';
import type { ChangeWitnesses } from '../../../language/index.ts';
import { reveal } from '../../loop/loop.ts';
import { analysis } from '../../store/analysis.ts';
import { comparison } from '../../store/comparison.ts';
import { moneyDifference, moneyText, shortMoneyText } from '../../strings/money.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { saveWitnesses } from './save-witnesses.ts';
import { groupsOf, nothingCompared, numbersOf, numbersText } from './select.ts';
import type { Sides } from './sides.ts';
import { compareWords } from './strings.ts';
import { useSideName } from './use-side-name.ts';
import styles from './Witnesses.module.css';
import { amountText, unitText, whoText } from './words.ts';

type WithSides = { readonly sides: Extract<Sides, { kind: 'sides' }> };

const THRESHOLDS = ['fen', 'yuan', 'hundred'] as const;

/** One card a change: the smallest bill whose result differs. */
export function Witnesses({ sides }: WithSides) {
  const say = useWords(compareWords);
  const language = useLanguage();
  const state = useStore(comparison);
  const found = useStore(analysis);
  const [written, setWritten] = useState<{ readonly file: string; readonly count: number; readonly at: number } | undefined>(undefined);
  const { witnesses, threshold, changes } = state;
  const some = witnesses?.changes.some((one) => one.witnesses[threshold] !== undefined) === true;
  const save = async (): Promise<void> => {
    const named = (witnesses?.changes ?? []).flatMap((one) => {
      const witness = one.witnesses[threshold];
      const change = unitText(one.unit, changes?.changes.values ?? [], say, language);
      return witness ? [{ title: say('scenarioTitle', { change }), witness }] : [];
    });
    setWritten(await saveWitnesses(named, sides, found));
  };
  return (
    <section className={styles.witnesses} aria-labelledby="compare-first" data-pane="witnesses" tabIndex={-1}>
      <header className={styles.head}>
        <h2 id="compare-first">{say('firstToNotice')}</h2>
        <span className={styles.hint}>{say('firstHint')}</span>
        <span className={styles.grow} />
        {written ? (
          <span className={styles.saved}>
            {say('saved', { count: written.count, file: written.file.split('/').at(-1) ?? written.file })}
            <Button small kind="quiet" onClick={() => reveal({ file: written.file, start: written.at, end: written.at })}>
              {say('openText')}
            </Button>
          </span>
        ) : null}
        <span className={styles.hint} aria-hidden="true">
          {say('threshold')}
        </span>
        <Segmented
          label={say('threshold')}
          options={THRESHOLDS.map((one) => ({ value: one, text: say(one) }))}
          value={THRESHOLDS[threshold]}
          onChange={(one) => {
            const at = THRESHOLDS.indexOf(one);
            comparison.setState({ threshold: at === 2 ? 2 : at === 1 ? 1 : 0 });
          }}
        />
        <Button small disabled={!some} {...(some ? {} : { title: say('saveWhyNot') })} onClick={() => void save()}>
          {say('saveAll')}
        </Button>
      </header>
      {witnesses ? (
        witnesses.changes.length === 0 ? (
          <p className={styles.none}>{say('noWitnesses')}</p>
        ) : (
          <ul className={styles.cards}>
            {witnesses.changes.map((one) => (
              <Card key={JSON.stringify(one.unit)} of={one} sides={sides} />
            ))}
          </ul>
        )
      ) : (
        <ul className={styles.cards}>
          {[1, 2, 3, 4].map((one) => (
            <li key={one} className={classes(styles.card, styles.waiting)} aria-hidden={one > 1}>
              {one === 1 && state.running ? (
                <p className={styles.who}>
                  {state.progress
                    ? say('running', { what: state.progress.what[language], done: state.progress.done, total: state.progress.total })
                    : say('starting')}
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Card({ of, sides }: WithSides & { readonly of: ChangeWitnesses }) {
  const say = useWords(compareWords);
  const language = useLanguage();
  const state = useStore(comparison);
  const [before, after] = [useSideName(sides.before), useSideName(sides.after)];
  const groups = groupsOf(state);
  const numbers = numbersOf(of, groups);
  const witness = of.witnesses[state.threshold];
  const values = state.changes?.changes.values ?? [];
  const lit = state.chosen !== undefined && numbers.includes(state.chosen);
  const name = unitText(of.unit, values, say, language);
  const end = state.effects?.classes.classes[0]?.rows.at(-1)?.at;
  if (!witness)
    return (
      <li className={classes(styles.card, lit && styles.lit)}>
        <h3>
          <span className={styles.number}>{numbersText(numbers)}</span> {name}
        </h3>
        <p className={styles.why}>
          {nothingCompared(state)
            ? say('notLooked')
            : of.alone
              ? say('nobody', { end: end === undefined ? '…' : shortMoneyText(end) })
              : say('notAlone')}
        </p>
      </li>
    );
  const { who, when } = whoText(witness.traits, say);
  const gap = gapOf(witness.before.amount, witness.after.amount);
  return (
    <li className={classes(styles.card, lit && styles.lit)}>
      <h3 title={name}>
        <span className={styles.number}>{numbersText(numbers)}</span> {name}
      </h3>
      <p className={styles.who} title={[who, when].filter(Boolean).join('\n')}>
        {who}
      </p>
      <p className={styles.bill}>
        {witness.bill === undefined ? (
          say('anyBill')
        ) : (
          <>
            <b>{moneyText(witness.bill)}</b> {say('billOf')}
          </>
        )}
      </p>
      <p className={styles.outcome}>
        <span className={styles.label} title={before}>
          <i className={styles.dashed} aria-hidden="true" />
          <span className="unseen">{before}</span>
        </span>
        {amountText(witness.before, say)}
        <span className={styles.label} title={after}>
          <i className={styles.solid} aria-hidden="true" />
          <span className="unseen">{after}</span>
        </span>
        <b>{amountText(witness.after, say)}</b>
        <span className={styles.grow} />
        {gap === undefined ? null : <Tag tone={gap.startsWith('-') ? 'verm' : 'jade'}>{moneyText(gap, true)}</Tag>}
      </p>
    </li>
  );
}

const gapOf = (before: string | undefined, after: string | undefined): string | undefined =>
  before === undefined || after === undefined ? undefined : moneyDifference(after, before);
