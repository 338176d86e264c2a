import { useEffect, useRef, useState } from 'react';
import type { AnnualDraft } from '../../store/annual.ts';
import { annual, decided } from '../../store/annual.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import { Button, Keys } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Pane } from '../../ui/Pane.tsx';
import type { AnnualReading } from '../../worker/protocol.ts';
import { Destination } from './Destination.tsx';
import { lookAt } from './decide.ts';
import styles from './NoticePane.module.css';
import type { AnnualRows } from './select.ts';
import { annualWords } from './strings.ts';

/** The notice with its numbers marked by where they go; selecting text cites it. */
export function NoticePane({
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
  const body = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<{ readonly start: number; readonly end: number } | undefined>();
  const { numbers, claims, paragraphs, proposals } = found.reading;

  useEffect(() => {
    if (current === undefined) return;
    const mark = body.current?.querySelector(`[data-at="${current}"]`);
    const box = body.current?.getBoundingClientRect();
    const place = mark?.getBoundingClientRect();
    if (mark && box && place && (place.top < box.top + 30 || place.bottom > box.bottom - 30)) mark.scrollIntoView({ block: 'center' });
  }, [current]);

  const look = (): void => {
    const range = getSelection();
    if (!range || range.isCollapsed || !body.current?.contains(range.anchorNode) || !body.current.contains(range.focusNode)) {
      setSelected(undefined);
      return;
    }
    const ends = [offsetOf(range.anchorNode, range.anchorOffset), offsetOf(range.focusNode, range.focusOffset)];
    const [a, b] = ends;
    setSelected(a === undefined || b === undefined || a === b ? undefined : { start: Math.min(a, b), end: Math.max(a, b) });
  };
  const cite = (): void => {
    if (!selected || current === undefined) return;
    annual.setState((state) => decided(state, draft.policy, { quotes: { ...draft.quotes, [current]: selected } }));
    setSelected(undefined);
    getSelection()?.removeAllRanges();
  };

  return (
    <Pane
      paneId="source"
      icon="document"
      title={say('source')}
      hint={say('foundNumbers', { count: numbers.length })}
      extra={
        <span className={styles.move}>
          <Keys>↑↓</Keys> {say('moveHint')}
        </span>
      }
      bare
      foot={<Destination annual={found} rows={rows} current={current} draft={draft} />}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a text in which a selection is made */}
      <div ref={body} className={styles.body} onMouseUp={look} onKeyUp={look}>
        {paragraphs.map((paragraph, at) => {
          const own = numbers.filter((number) => number.paragraph === at);
          const marked = own.filter(({ index }) => rows.marks.has(index)).length;
          const pieces: React.ReactNode[] = [];
          let after = paragraph.start;
          const plain = (to: number): void => {
            if (to <= after) return;
            const inside = claims.some((claim) => claim.about !== undefined && claim.start < to && after < claim.end);
            pieces.push(
              <span key={after} data-from={after} className={inside ? styles.claim : undefined}>
                {found.text.slice(after, to)}
              </span>,
            );
            after = to;
          };
          for (const number of own) {
            const claim = claims.find(
              ({ start, end, about }) => about !== undefined && after < start && start < number.start && number.start < end,
            );
            if (claim) plain(claim.start);
            plain(number.start);
            const mark = rows.marks.get(number.index);
            const step = proposals[number.index]?.to.kind === 'claim';
            pieces.push(
              <button
                key={number.start}
                type="button"
                data-at={number.index}
                data-from={number.start}
                title={proposals[number.index]?.why[language]}
                className={classes(
                  styles.number,
                  mark ? (mark.kind === 'unit' || mark.kind === 'unclear' ? styles.ask : styles.rule) : step ? styles.claim : styles.other,
                  mark?.state === 'done' && styles.done,
                  current === number.index && styles.current,
                )}
                onClick={() => lookAt(number.index)}
              >
                {number.text}
                {mark ? <sup>{mark.mark}</sup> : null}
              </button>,
            );
            after = number.end;
          }
          plain(paragraph.end);
          return (
            <div key={paragraph.start} className={classes(styles.paragraph, marked > 0 && styles.marked)}>
              {marked > 0 ? <h3>{say('paragraph', { number: at + 1 })}</h3> : null}
              <p>{pieces}</p>
            </div>
          );
        })}
      </div>
      {selected && current !== undefined ? (
        <div className={styles.cite}>
          <Button small kind="primary" icon="link" onClick={cite}>
            {say('citeSelection')}
          </Button>
        </div>
      ) : null}
    </Pane>
  );
}

/** The place in the notice of a place on the page. */
function offsetOf(node: Node | null, offset: number): number | undefined {
  const element = node instanceof Element ? node : node?.parentElement;
  const from = element?.closest<HTMLElement>('[data-from]')?.dataset.from;
  return from === undefined ? undefined : Number(from) + (element?.tagName === 'SUP' ? 0 : offset);
}
