import type { ReactNode } from 'react';
import { groupAmounts, moneyText, shareOf, shortMoneyText } from '../../strings/money.ts';
import { useWords } from '../../strings/use-words.ts';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { IconName } from '../../ui/icons.ts';
import styles from './Demo.module.css';
import type { DemoFigures } from './demo.ts';
import { startWords } from './strings.ts';

interface CardProps {
  readonly icon: IconName;
  readonly title: string;
  readonly foot: string;
  readonly warn?: boolean;
  /** Whether the expectation holds; undefined before there is a result. */
  readonly mark?: boolean | undefined;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** One of the three cards, with what is to be said below it. */
export function Card({ icon, title, foot, warn = false, mark, action = null, children }: CardProps) {
  const say = useWords(startWords);
  return (
    <article className={styles.card}>
      <h2>
        <Icon name={icon} />
        {title}
      </h2>
      {children}
      <footer className={classes(styles.foot, warn && styles.warn)}>
        <span>{foot}</span>
        {action}
        {mark === undefined ? null : (
          <span className={mark ? styles.holds : styles.differs}>
            <Icon name={mark ? 'holds' : 'differs'} size={14} /> {say(mark ? 'holds' : 'differs')}
          </span>
        )}
      </footer>
    </article>
  );
}

/** A percentage with − and + around it. */
export function Stepper({ percent, onChange }: { readonly percent: number; readonly onChange: (percent: number) => void }) {
  const say = useWords(startWords);
  return (
    <span className={styles.stepper}>
      <button type="button" aria-label={say('less')} onClick={() => onChange(Math.max(0, percent - 5))}>
        <Icon name="minus" size={13} />
      </button>
      <b>{percent}%</b>
      <button type="button" aria-label={say('more')} onClick={() => onChange(Math.min(100, percent + 5))}>
        <Icon name="plus" size={13} />
      </button>
    </span>
  );
}

/** How the bill divides, with the sums. */
export function Result({ figures }: { readonly figures: DemoFigures }) {
  const say = useWords(startWords);
  const pieces = [
    { text: say('deductible', { amount: shortMoneyText(figures.deductible) }), amount: figures.deductible, tone: styles.cash },
    { text: say('fund', { amount: shortMoneyText(figures.fund) }), amount: figures.fund, tone: styles.fund },
    { text: say('share', { amount: shortMoneyText(figures.share) }), amount: figures.share, tone: styles.cash },
  ].filter((piece) => shareOf(piece.amount, figures.total) > 0);
  return (
    <>
      <div className={styles.flow} role="img" aria-label={`${say('bar')}: ${pieces.map((piece) => piece.text).join(', ')}`}>
        {pieces.map((piece) => (
          <span key={piece.text} className={piece.tone} style={{ flexGrow: shareOf(piece.amount, figures.total) * 1000 }}>
            {piece.text}
          </span>
        ))}
      </div>
      <dl className={styles.sums}>
        <div>
          <dt>{groupAmounts(figures.formula)}</dt>
          <dd>
            {say('fundPays')} {moneyText(figures.fund)}
          </dd>
        </div>
        <div>
          <dt>{[figures.deductible, figures.share].map(shortMoneyText).join(' + ')}</dt>
          <dd>
            {say('personPays')} {moneyText(figures.personal)}
          </dd>
        </div>
      </dl>
    </>
  );
}

type Piece = readonly ['keyword' | 'number' | 'operator' | 'plain', string];

/** A line of rule text. */
export function Pieces({ of }: { readonly of: readonly Piece[] }) {
  return (
    <div>
      <Words of={of} />
    </div>
  );
}

/** Coloured pieces of rule text. */
export function Words({ of }: { readonly of: readonly Piece[] }) {
  return of.map(([kind, text], at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are constant and never move
    <span key={at} className={styles[kind]}>
      {text}
    </span>
  ));
}
