import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { openNotice, pasteNotice } from '../../commands/open-notices.ts';
import { watchClauses } from '../../loop/clauses.ts';
import { applyFix } from '../../loop/loop.ts';
import { useLater } from '../../loop/use-later.ts';
import type { DocumentEntry } from '../../storage/delivered.ts';
import { entriesOf } from '../../storage/source-index.ts';
import { analysis } from '../../store/analysis.ts';
import { clauses as clausesStore } from '../../store/clauses.ts';
import { notices } from '../../store/notices.ts';
import { selection } from '../../store/selection.ts';
import { besideRules, workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button, Keys } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Notice.tsx';
import { Pane } from '../../ui/Pane.tsx';
import type { ClauseState } from '../../worker/protocol.ts';
import { goToRule } from './go-to-rule.ts';
import { SentenceDock } from './SentenceDock.tsx';
import { DocumentChooser, SourceSearch } from './SourceChoice.tsx';
import { SourceCounts } from './SourceCounts.tsx';
import styles from './SourcePane.module.css';
import { SourceText } from './SourceText.tsx';
import { baseName } from './select.ts';
import { carry } from './sentence-drag.ts';
import { selectedStretch } from './source-offsets.ts';
import { clauseAt, documentsOf, hitsOf, lostAt, nextOf, paragraphsOf, rulesOn, sameDocument } from './source-select.ts';
import { sourceWords } from './source-strings.ts';
import { writeWords } from './strings.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const NONE: readonly never[] = [];

/** The document beside the rules: what each sentence became is marked, what is looked at is framed, and any of it can become a rule. */
export function SourcePane({
  entries: delivered,
  onScroll,
}: {
  readonly entries: Readonly<Record<string, DocumentEntry>>;
  readonly onScroll: () => void;
}) {
  const say = useWords(writeWords);
  const speak = useWords(sourceWords);
  const files = useStore(workspace, besideRules);
  const policy = useStore(workspace, (now) => now.policy);
  const entries = useMemo(() => ({ ...delivered, ...entriesOf(files) }), [delivered, files]);
  const links = useLater(analysis, (now) => now.analysis?.citations) ?? NONE;
  const diagnostics = useLater(analysis, (now) => now.analysis?.diagnostics) ?? NONE;
  const folder = useLater(analysis, (now) => now.analysis?.declared.find((one) => one.name === policy)?.folder);
  const { clause, rule } = useStore(selection);
  const shown = useStore(notices, (now) => now.shown);
  const found = useStore(clausesStore, (now) => now.found);
  const [picked, setPicked] = useState<Stretch | undefined>(undefined);
  const [typed, setTyped] = useState('');
  const [hitAt, setHitAt] = useState(0);
  const body = useRef<HTMLDivElement>(null);

  const documents = useMemo(() => documentsOf(links, policy, folder, Object.keys(files)), [links, policy, folder, files]);
  const clauseIn = clause && documents.find((one) => sameDocument(one.path, clause.file))?.path;
  // A document chosen by hand stays while the hand is in the rules.
  const path = documents.find((one) => one.path === shown)?.path ?? clauseIn ?? documents[0]?.path;
  const text = path === undefined ? undefined : files[path]?.text;
  const account = found?.path === path ? found : undefined;
  const clauses = account?.clauses ?? NONE;
  const looked = clause !== undefined && path !== undefined && sameDocument(clause.file, path) ? clause : undefined;
  const hits = useMemo(() => (text === undefined ? [] : hitsOf(text, typed)), [text, typed]);
  const hit = hits[Math.min(hitAt, hits.length - 1)];
  const paragraphs = useMemo(() => (text === undefined ? [] : paragraphsOf(text, account, looked, hits)), [text, account, looked, hits]);
  const lookedStart = looked?.start;

  useEffect(() => (path === undefined ? undefined : watchClauses(path)), [path]);
  useEffect(() => {
    if (lookedStart === undefined) return undefined;
    // Scrolls only if out of view, and only once the hand rests.
    const timer = setTimeout(() => body.current?.querySelector('[data-looked]')?.scrollIntoView({ block: 'nearest' }), 80);
    return () => clearTimeout(timer);
  }, [lookedStart]);
  useEffect(() => {
    if (hit) body.current?.querySelector(`[data-at="${hit.start}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [hit]);

  if (path === undefined || text === undefined) {
    return (
      <Pane icon="document" title={say('source')} paneId="source">
        <Empty
          title={say('sourceNone')}
          actions={
            <>
              <Button onClick={openNotice.run}>{speak('addDocument')}</Button>
              <Button onClick={pasteNotice.run}>{speak('pasteDocument')}</Button>
            </>
          }
        >
          {say('sourceNoneHow')}
        </Empty>
      </Pane>
    );
  }
  const entry = entries[path.split('/').at(-1) ?? ''];
  const title = entry?.title ?? baseName(path);
  const pick = (stretch: Stretch): void => {
    setPicked(stretch);
    selection.setState({ clause: { file: path, ...stretch }, rule: undefined, address: undefined });
  };
  const next = (state: ClauseState): void => {
    const one = nextOf(clauses, state, looked?.start ?? -1);
    if (one) pick(one);
  };
  const press = (start: number, cited: boolean): void => {
    const one = clauseAt(clauses, start);
    const rules = one ? rulesOn(links, path, { start, end: start + 1 }, policy) : [];
    // Pressed again, the next of several rules on the same words.
    const at = rules.findIndex((link) => link.cited.start === rule?.start || link.rule.start === rule?.start);
    const link = cited ? rules[(at + 1) % Math.max(1, rules.length)] : undefined;
    if (one) setPicked({ start: one.start, end: one.end });
    if (link) goToRule(link);
    else if (one) pick(one);
  };
  const move = (by: 1 | -1): void => {
    const here = looked?.start ?? -1;
    const one = by > 0 ? clauses.find(({ start }) => start > here) : clauses.findLast(({ start }) => start < here);
    if (one) pick(one);
  };
  const choose = (chosen: string): void => {
    selection.setState({ clause: undefined });
    notices.setState({ shown: chosen });
    setPicked(undefined);
  };
  const at = picked && looked && picked.start < looked.end && picked.end > looked.start ? picked : looked;
  const lost = lostAt(links, rule);
  const repair =
    lost &&
    diagnostics.find(
      ({ code, labels }) =>
        code === 'citations/quote-not-found' &&
        labels[0]?.span.file === lost.cited.file &&
        labels[0].span.start >= lost.cited.start &&
        labels[0].span.end <= lost.cited.end,
    )?.fixes[0];
  return (
    <Pane
      icon="document"
      title={say('source')}
      paneId="source"
      bare
      hint={<DocumentChooser documents={documents} path={path} entries={entries} onChoose={choose} />}
      extra={
        clauses.some(({ state }) => state === 'undone') ? (
          <span className={styles.count}>
            <Keys>{'F8'}</Keys> {speak('nextUndone')}
          </span>
        ) : undefined
      }
    >
      <div className={styles.pane}>
        {account ? <SourceCounts clauses={clauses} onNext={next} /> : <p className={styles.counting}>{speak('counting')}</p>}
        <SourceSearch
          typed={typed}
          at={hits.length === 0 ? 0 : Math.min(hitAt, hits.length - 1) + 1}
          all={hits.length}
          onType={(now) => {
            setTyped(now);
            setHitAt(0);
          }}
          onMove={(by) => setHitAt((now) => (hits.length === 0 ? 0 : (Math.min(now, hits.length - 1) + by + hits.length) % hits.length))}
        />
        <div
          className={styles.doc}
          ref={body}
          role="document"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls and is walked sentence by sentence
          tabIndex={0}
          data-pane-focus=""
          data-scroll="source"
          aria-label={speak('body', { title })}
          onScroll={onScroll}
          onDragStart={(event) => {
            const stretch = body.current && selectedStretch(body.current);
            if (!stretch) return;
            const { start, end } = trimmed(text, stretch);
            carry(event.dataTransfer, { document: path, sentence: text.slice(start, end) });
          }}
          onMouseUp={() => {
            const stretch = body.current && selectedStretch(body.current);
            if (stretch) pick(trimmed(text, stretch));
          }}
          onKeyUp={(event) => {
            const stretch = event.shiftKey && body.current ? selectedStretch(body.current) : undefined;
            if (stretch) setPicked(trimmed(text, stretch));
          }}
          onKeyDown={(event) => {
            if (event.altKey && event.key === 'Enter')
              body.current?.parentElement
                ?.querySelector<HTMLElement>('[data-at-sentence] button[data-first], [data-at-sentence] button')
                ?.focus();
            else if (event.key === 'ArrowDown' && !event.shiftKey) move(1);
            else if (event.key === 'ArrowUp' && !event.shiftKey) move(-1);
            else if (event.key === 'Enter' && looked) press(looked.start, true);
            else if (event.key === 'Escape') setPicked(undefined);
            else return;
            event.preventDefault();
          }}
        >
          <h3>{title}</h3>
          <p className={styles.meta}>
            {[entry?.issuer, entry?.date, say('characters', { count: text.replace(/\s/g, '').length.toLocaleString('en-US') })]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <SourceText
            paragraphs={entry?.title !== undefined && text.startsWith(entry.title) ? paragraphs.slice(1) : paragraphs}
            onPiece={press}
          />
        </div>
        {clauseIn !== undefined && clauseIn !== path ? (
          <div className={styles.other} role="status">
            {speak('otherDocument', { title: entries[clauseIn.split('/').at(-1) ?? '']?.title ?? baseName(clauseIn) })}
            <Button small onClick={() => notices.setState({ shown: clauseIn })}>
              {speak('showOther')}
            </Button>
          </div>
        ) : null}
        {lost ? (
          <div className={styles.lost} role="status">
            <b>{speak('lost')}</b> <q>{lost.quote}</q>
            {repair ? (
              <Button small onClick={() => void applyFix(repair)}>
                {speak('nearest')}
              </Button>
            ) : null}
          </div>
        ) : null}
        {at && policy !== undefined ? (
          <SentenceDock
            key={`${path} ${at.start} ${at.end}`}
            document={path}
            start={at.start}
            sentence={text.slice(at.start, at.end)}
            clause={clauses.find((one) => one.start < at.end && one.end > at.start)}
            rules={rulesOn(links, path, at, policy)}
            accounts={(account?.accounts ?? NONE).filter((one) => one.start < at.end && one.end > at.start)}
            policy={policy}
            onClose={() => {
              setPicked(undefined);
              selection.setState({ clause: undefined });
            }}
          />
        ) : null}
      </div>
    </Pane>
  );
}

/** Without the spaces and line ends that a hand takes along. */
function trimmed(text: string, { start, end }: Stretch): Stretch {
  const words = text.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: end - (words.length - words.trimEnd().length) };
}
