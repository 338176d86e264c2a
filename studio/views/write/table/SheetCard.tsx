import { memo, useId, useMemo } from 'react';
import { useStore } from 'zustand';
import { runProperties } from '../../../loop/checking.ts';
import { reveal } from '../../../loop/loop.ts';
import { useLater } from '../../../loop/use-later.ts';
import { analysis } from '../../../store/analysis.ts';
import { sheetNow } from '../../../store/sheets.ts';
import { workspace } from '../../../store/workspace.ts';
import { useWords } from '../../../strings/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import type { Card } from './cards.ts';
import { isAdded } from './cards.ts';
import { FormLines } from './FormLines.tsx';
import styles from './SheetCard.module.css';
import { SheetName } from './SheetName.tsx';
import { tableWords } from './strings.ts';
import { TableBlock } from './TableBlock.tsx';
import { useSentenceDrop } from './use-sentence-drop.ts';

/** A card as the table shows it. */
export interface SheetCardProps {
  readonly card: Card;
  readonly file: string;
  readonly sought: string;
  readonly onOpen: (sheet: string) => void;
}

const GATHERED = ['settings', 'fields', 'parameters', 'accumulators', 'adjustments', 'eligibility', 'postings', 'open', 'changes'] as const;

/** One construct of the file: its name and what it rests on, its lines or its table, and the laws that speak of it. */
export const SheetCard = memo(function SheetCard({ card, file, sought, onOpen }: SheetCardProps) {
  const say = useWords(tableWords);
  const headingId = useId();
  const { sheet, text, lost, below, found } = card;
  const { over, drop } = useSentenceDrop(file, lost || !sheet.nameRange ? undefined : () => sheetNow(sheet.id)?.sheet.nameRange?.start);
  const gathered = GATHERED.find((kind) => kind === sheet.kind);
  const cited = Object.values(below).reduce((sum, one) => sum + one.found.cited, found.cited);
  return (
    <article
      className={classes(styles.card, lost && styles.lost, over && styles.over)}
      aria-labelledby={headingId}
      data-sheet={sheet.id}
      {...drop}
    >
      <header className={styles.head}>
        <SheetName sheet={sheet} file={file} title={gathered ? say(gathered) : sheet.title} named={!gathered && !lost} id={headingId} />
        {gathered ? null : <span className={styles.word}>{sheet.word}</span>}
        {isAdded(sheet, text) ? (
          <Tag tone="jade" icon="plus">
            {say('added')}
          </Tag>
        ) : null}
        {lost ? <Tag tone="ochre">{say('textOnly')}</Tag> : null}
        <span className={styles.grow} />
        {cited > 0 ? <Tag icon="link">{say('cites', { count: cited })}</Tag> : null}
      </header>
      {lost ? <p className={styles.remark}>{say('lostHow')}</p> : null}
      {sheet.kind === 'form' ? (
        <FormLines card={card} file={file} sought={sought} onOpen={onOpen} />
      ) : (
        <TableBlock shown={card} file={file} lost={lost} sought={sought} onOpen={onOpen} />
      )}
      {sheet.lines?.some(({ kind }) => kind === 'applies') ? <Laws benefit={sheet.title} /> : null}
    </article>
  );
});

const RUNS = 200;

/** The laws that name a benefit, and whether a counterexample is known. */
function Laws({ benefit }: { readonly benefit: string }) {
  const say = useWords(tableWords);
  const policy = useStore(workspace, (now) => now.policy);
  const symbols = useLater(analysis, (now) => now.analysis?.symbols);
  const outcomes = useLater(analysis, (now) => now.properties);
  const running = useLater(analysis, (now) => now.propertiesProgress !== undefined);
  // Places of names are those of the text as it was looked at; it moves on with every letter.
  const laws = useMemo(() => {
    const { files } = workspace.getState();
    return (symbols ?? []).filter(
      ({ kind, policy: of, range }) =>
        kind === 'property' && of === policy && lineAt(files[range.file]?.text ?? '', range.start).includes(`${benefit}.`),
    );
  }, [symbols, policy, benefit]);
  if (laws.length === 0 || policy === undefined) return null;
  const titles = laws.map(({ name }) => name);
  const known = laws.some(({ name }) => outcomes.some(({ title }) => title === name));
  return (
    <dl className={styles.lines}>
      <div className={styles.line}>
        <dt>{say('properties')}</dt>
        <dd>
          <ul className={styles.laws}>
            {laws.map(({ name, range }) => {
              const outcome = outcomes.find(({ title, policy: of }) => title === name && of === policy);
              return (
                <li key={name}>
                  <button type="button" className={styles.law} onClick={() => reveal(range)}>
                    {name}
                  </button>
                  <span className={classes(outcome && (outcome.holds ? styles.jade : styles.verm))}>
                    {outcome ? <Icon name={outcome.holds ? 'holds' : 'differs'} size={14} /> : null}
                    {say(outcome === undefined ? 'notTried' : outcome.holds ? 'noCounter' : 'counter')}
                  </span>
                </li>
              );
            })}
          </ul>
          {known ? null : (
            <Button small disabled={running} onClick={() => void runProperties(policy, titles, RUNS)}>
              {say('tryNow')}
            </Button>
          )}
        </dd>
      </div>
    </dl>
  );
}

const lineAt = (text: string, offset: number): string => {
  const end = text.indexOf('\n', offset);
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? text.length : end);
};
