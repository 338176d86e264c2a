import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { reveal } from '../../../loop/loop.ts';
import { keepSheets } from '../../../loop/tables.ts';
import { selection } from '../../../store/selection.ts';
import { workspace } from '../../../store/workspace.ts';
import { useWords } from '../../../strings/use-words.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { useSize } from '../../../ui/grid/use-size.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { Empty } from '../../../ui/Notice.tsx';
import { lineOf } from '../select.ts';
import { holds, inColumns } from './cards.ts';
import { ImportTable } from './ImportTable.tsx';
import { NearCard } from './NearCard.tsx';
import { SheetCard } from './SheetCard.tsx';
import { SheetGrid } from './SheetGrid.tsx';
import { tableWords } from './strings.ts';
import styles from './TablePane.module.css';
import { useCards } from './use-cards.ts';

const REST_MS = 80;
/** More cards than this are drawn only while they are near what is seen. */
const MANY = 24;
/** Narrower than this a table begins to hide its words. */
const COLUMN_PX = 430;

/** The open file as forms and tables. Every cell is a piece of its text; the text stays the only truth. */
export function TablePane({ onScroll }: { readonly onScroll: () => void }) {
  const say = useWords(tableWords);
  const cards = useCards();
  const openFile = useStore(workspace, (now) => now.openFile);
  const looked = useStore(selection, (now) => now.cell);
  const [opened, open] = useState<string>();
  const [sought, seek] = useState('');
  const body = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const count = Math.max(1, Math.floor(useSize(body).width / COLUMN_PX));
  useEffect(() => keepSheets(), []);

  // Scrolls to what is looked at in another pane: only if out of view, and only once the hand rests.
  useEffect(() => {
    if (!looked) return undefined;
    const timer = setTimeout(() => {
      const pane = body.current;
      if (!pane || pane.contains(document.activeElement)) return;
      const card = pane.querySelector(`[data-sheet="${CSS.escape(looked.sheet)}"]`);
      card?.closest('details')?.setAttribute('open', '');
      (pane.querySelector('[data-looked-cell]') ?? card)?.scrollIntoView({ block: 'nearest' });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [looked]);

  if (!cards || cards.read.file !== openFile) return <div ref={body} className={styles.body} />;
  const { read } = cards;
  const { file, text } = read;
  const alone = opened === undefined ? undefined : cards.alone(opened);
  if (alone)
    return (
      <div className={styles.whole} ref={body} data-scroll="table">
        <div className={styles.bar}>
          <Button small kind="quiet" icon="chevronLeft" onClick={() => open(undefined)}>
            {say('back')}
          </Button>
          <b>{alone.sheet.title}</b>
          {alone.sheet.kind === 'table' ? <ImportTable sheet={alone.sheet} file={file} text={alone.text} /> : null}
        </div>
        <div className={styles.grid}>
          <SheetGrid shown={alone} file={file} height="fill" onScroll={onScroll} />
        </div>
      </div>
    );
  const matching = (all: typeof cards.rules) => (sought === '' ? all : all.filter((card) => holds(card, sought)));
  const [rules, ground] = [matching(cards.rules), matching(cards.ground)];
  const nothing = cards.rules.length + cards.ground.length === 0;
  const RuleCard = rules.length > MANY ? NearCard : SheetCard;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the find key of everything inside
    <div
      className={styles.body}
      ref={body}
      onScroll={onScroll}
      data-scroll="table"
      onKeyDown={(event) => {
        if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'f' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        field.current?.focus();
        field.current?.select();
      }}
    >
      {nothing ? (
        <Empty title={say('none')}>{say('noneHow')}</Empty>
      ) : (
        <search className={styles.find}>
          <Icon name="search" />
          <input
            ref={field}
            type="text"
            aria-label={say('find')}
            placeholder={say('findHint')}
            spellCheck={false}
            autoComplete="off"
            onInput={(event) => {
              if (!(event.nativeEvent as InputEvent).isComposing) seek(event.currentTarget.value);
            }}
            onCompositionEnd={(event) => seek(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
              event.currentTarget.value = '';
              seek('');
            }}
          />
          {sought === '' ? null : <span role="status">{say('foundOf', { count: rules.length + ground.length })}</span>}
          {sought === '' ? null : (
            <IconButton
              icon="differs"
              size={24}
              label={say('clear')}
              onClick={() => {
                if (field.current) field.current.value = '';
                seek('');
              }}
            />
          )}
        </search>
      )}
      <div className={classes(styles.cards, count > 1 && styles.wide)}>
        {inColumns(rules, count).map((own, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
          <div key={column} className={styles.column}>
            {own.map((card) => (
              <RuleCard key={card.sheet.id} card={card} file={file} sought={sought} onOpen={open} />
            ))}
            {column === count - 1
              ? ground.map((card) => (
                  <details key={card.sheet.id} className={styles.ground} open={sought !== '' || undefined}>
                    <summary>{say(card.sheet.kind as 'settings')}</summary>
                    <SheetCard card={card} file={file} sought={sought} onOpen={open} />
                  </details>
                ))
              : null}
          </div>
        ))}
      </div>
      {read.rest.length === 0 ? null : (
        <section className={classes(styles.rest)}>
          <h3>{say('restTitle', { count: read.rest.length })}</h3>
          <ul>
            {read.rest.map((extent) => (
              <li key={extent.start}>
                <button type="button" onClick={() => reveal({ file, ...extent })}>
                  <span>{say('atLine', { line: lineOf(text, extent.start) })}</span>
                  <code>{text.slice(extent.start, extent.end).trim().split('\n')[0]}</code>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
