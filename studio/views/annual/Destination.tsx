import { useState } from 'react';
import type { Proposal } from '../../../language/notice/proposal.ts';
import type { AnnualDraft } from '../../store/annual.ts';
import type { Language } from '../../strings/strings.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import type { AnnualReading } from '../../worker/protocol.ts';
import styles from './Destination.module.css';
import { lookAt } from './decide.ts';
import type { AnnualRows } from './select.ts';
import { annualWords } from './strings.ts';
import { ValueChoice } from './ValueChoice.tsx';

/** Where the number looked at goes, with the way to send it elsewhere; and the list of all that go into no rule. */
export function Destination({
  annual: found,
  rows,
  current,
  draft,
}: {
  readonly annual: AnnualReading;
  readonly rows: AnnualRows;
  readonly current: number | undefined;
  readonly draft: AnnualDraft;
}) {
  const say = useWords(annualWords);
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const number = current === undefined ? undefined : found.reading.numbers[current];
  const proposal = current === undefined ? undefined : found.reading.proposals[current];
  const fitting = number
    ? found.values.filter(
        ({ amendable, kind }) => amendable && (kind === number.kind || kind === 'open' || (kind === 'points' && number.kind === 'ratio')),
      )
    : [];
  return (
    <div className={styles.box}>
      {number && proposal && !rows.marks.has(number.index) ? (
        <div className={styles.one}>
          <b>“{number.text}”</b> <span>{whereWords(proposal, language)}</span>
          {fitting.length > 0 ? (
            <ValueChoice
              label={say('goesTo')}
              policy={draft.policy}
              number={number.index}
              text={proposal.text ?? number.text}
              fitting={fitting}
            />
          ) : null}
        </div>
      ) : null}
      <div className={styles.head}>
        <b>{say('others', { count: rows.others.length })}</b>
        <Button small kind="quiet" expanded={open} onClick={() => setOpen(!open)}>
          {open ? say('hideOthers') : say('showOthers')}
        </Button>
      </div>
      {open ? (
        <ul className={styles.list}>
          {rows.others.map((one) => (
            <li key={one.number}>
              <button type="button" onClick={() => lookAt(one.number)}>
                <b>{found.reading.numbers[one.number]?.text}</b> <span>{whereWords(one, language)}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.sum}>{sumOf(rows.others, say)}</p>
      )}
    </div>
  );
}

const whereWords = ({ why }: Proposal, language: Language): string => why[language];

function sumOf(others: readonly Proposal[], say: (key: 'asBefore' | 'elsewhere' | 'notRules') => string): string {
  const of = (...kinds: readonly string[]): number => others.filter(({ to }) => kinds.includes(to.kind)).length;
  const all = [
    [of('same', 'claim'), say('asBefore')],
    [of('elsewhere'), say('elsewhere')],
    [of('notARule'), say('notRules')],
  ] as const;
  return all.flatMap(([count, words]) => (count > 0 ? [`${count} ${words}`] : [])).join(' · ');
}
