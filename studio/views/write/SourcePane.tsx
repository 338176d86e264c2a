import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { importFiles } from '../../commands/import-files.ts';
import { attachedEditor, reveal } from '../../loop/loop.ts';
import { placeToFragment } from '../../loop/route.ts';
import type { DocumentEntry } from '../../storage/delivered.ts';
import { analysis } from '../../store/analysis.ts';
import { selection } from '../../store/selection.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Empty } from '../../ui/Notice.tsx';
import { Pane } from '../../ui/Pane.tsx';
import type { CitationLink } from '../../worker/protocol.ts';
import styles from './SourcePane.module.css';
import type { Piece } from './select.ts';
import { baseName, paragraphsOf } from './select.ts';
import { writeWords } from './strings.ts';

/** The cited document beside the rules: what a rule quotes is marked, what is looked at is framed. */
export function SourcePane({
  entries,
  onScroll,
}: {
  readonly entries: Readonly<Record<string, DocumentEntry>>;
  readonly onScroll: () => void;
}) {
  const say = useWords(writeWords);
  const files = useStore(workspace, (now) => now.files);
  const policy = useStore(workspace, (now) => now.policy);
  const citations = useStore(analysis, (now) => now.analysis?.citations);
  const clause = useStore(selection, (now) => now.clause);
  const body = useRef<HTMLDivElement>(null);

  const own = useMemo(() => (citations ?? []).filter((link) => link.policy === policy), [citations, policy]);
  const path =
    own.find((link) => link.document !== undefined && (clause === undefined || sameDocument(clause.file, link.document)))?.document ??
    own.find((link) => link.document !== undefined)?.document;
  const text = path === undefined ? undefined : files[path]?.text;
  const found = useMemo(() => own.filter((link) => link.document === path && link.found), [own, path]);
  const looked = clause !== undefined && path !== undefined && sameDocument(clause.file, path) ? clause : undefined;
  const paragraphs = useMemo(() => (text === undefined ? [] : paragraphsOf(text, found, looked)), [text, found, looked]);
  const lookedStart = looked?.start;

  useEffect(() => {
    if (lookedStart === undefined) return undefined;
    // Scrolls only if out of view, and only once the hand rests.
    const timer = setTimeout(() => body.current?.querySelector('[data-looked]')?.scrollIntoView({ block: 'nearest' }), 80);
    return () => clearTimeout(timer);
  }, [lookedStart]);

  if (path === undefined || text === undefined) {
    return (
      <Pane icon="document" title={say('source')} paneId="source">
        <Empty title={say('sourceNone')} actions={<Button onClick={importFiles.run}>{say('bringIn')}</Button>}>
          {say('sourceNoneHow')}
        </Empty>
      </Pane>
    );
  }
  const entry = entries[path.split('/').at(-1) ?? ''];
  const sentences = new Set(found.map((link) => `${link.found?.start}-${link.found?.end}`)).size;
  const lost = own.filter((link) => link.found === undefined).length;
  return (
    <Pane
      icon="document"
      title={say('source')}
      paneId="source"
      bare
      hint={entry?.date ?? baseName(path)}
      extra={
        <span className={styles.count}>
          {say('cited', { count: sentences })}
          {lost > 0 ? <b>{say('notFound', { count: lost })}</b> : null}
        </span>
      }
    >
      <div className={styles.doc} ref={body} onScroll={onScroll} data-scroll="source">
        <h3>{entry?.title ?? baseName(path)}</h3>
        <p className={styles.meta}>
          {[entry?.issuer, say('characters', { count: text.replace(/\s/g, '').length.toLocaleString('en-US') })]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {paragraphs.slice(entry?.title !== undefined && text.startsWith(entry.title) ? 1 : 0).map((paragraph) => (
          <p key={paragraph.start} className={styles.paragraph}>
            {paragraph.cited ? <i className={styles.mark} aria-hidden="true" /> : null}
            {paragraph.pieces.map((piece) => (
              <Run key={piece.start} piece={piece} goesTo={say('goesTo')} />
            ))}
          </p>
        ))}
      </div>
    </Pane>
  );
}

function Run({ piece, goesTo }: { readonly piece: Piece; readonly goesTo: string }) {
  const { citation } = piece;
  if (!citation)
    return piece.looked ? (
      <span className={styles.looked} data-looked="">
        {piece.text}
      </span>
    ) : (
      piece.text
    );
  return (
    // A link and not a button: only inline text may break over lines.
    <a
      className={classes(styles.cited, piece.looked && styles.looked)}
      {...(piece.looked ? { 'data-looked': '' } : {})}
      href={placeToFragment({ view: 'write', policy: citation.policy })}
      title={goesTo}
      onClick={(event) => {
        event.preventDefault();
        goTo(citation);
      }}
    >
      {piece.text}
    </a>
  );
}

const goTo = (link: CitationLink): void => {
  if (link.found && link.document !== undefined) selection.setState({ clause: { file: link.document, ...link.found }, rule: link.rule });
  reveal({ ...link.cited, end: link.cited.start });
  attachedEditor()?.focus();
};

/** A citation names a document by its file name, wherever in the workspace it lies. */
const sameDocument = (one: string, other: string): boolean => one === other || one.split('/').at(-1) === other.split('/').at(-1);
