import { Fragment } from 'react';
import type { AnnualDraft } from '../../store/annual.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Tag } from '../../ui/Tag.tsx';
import type { AnnualReading } from '../../worker/protocol.ts';
import styles from './ChangeTable.module.css';
import type { AnnualRows } from './select.ts';
import { annualWords } from './strings.ts';
import { ValueLine } from './ValueLine.tsx';

/** Before and after, by benefit. */
export function ChangeTable({
  rows,
  current,
  annual: found,
  draft,
}: {
  readonly rows: AnnualRows;
  readonly current: number | undefined;
  readonly annual: AnnualReading;
  readonly draft: AnnualDraft;
}) {
  const say = useWords(annualWords);
  const language = useLanguage();
  if (rows.groups.length === 0) return null;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.mark}>
            <span className="unseen">#</span>
          </th>
          <th scope="col">{say('rule')}</th>
          <th scope="col" className={styles.number}>
            {say('oldValue')}
          </th>
          <th scope="col" className={styles.arrow}>
            <span className="unseen">→</span>
          </th>
          <th scope="col" className={styles.number}>
            {say('newValue')}
          </th>
          <th scope="col" className={styles.number}>
            {say('difference')}
          </th>
          <th scope="col">{say('against')}</th>
          <th scope="col">
            <span className="unseen">{say('accept')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.groups.map((group) => (
          <Fragment key={group.name}>
            <tr className={styles.group}>
              <th scope="rowgroup" colSpan={8}>
                {group.name} <Tag>{say('changes', { count: group.rows.length })}</Tag>
              </th>
            </tr>
            {group.rows.map((row) => (
              <ValueLine
                key={row.number.index}
                row={row}
                current={current === row.number.index}
                annual={found}
                draft={draft}
                language={language}
              />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

/** ✓ with words, ≠ with words: colour never alone. */
export function Verdict({ good, children }: { readonly good: boolean; readonly children: string }) {
  return (
    <span className={good ? styles.good : styles.bad}>
      <Icon name={good ? 'holds' : 'differs'} size={14} /> {children}
    </span>
  );
}
