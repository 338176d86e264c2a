import type { MouseEvent } from 'react';
import { memo } from 'react';
import { useWords } from '../../strings/use-words.ts';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { IconName } from '../../ui/icons.ts';
import styles from './SourceText.module.css';
import type { Paragraph, Piece } from './source-select.ts';
import { sourceWords } from './source-strings.ts';

const MARK: Readonly<Record<NonNullable<Paragraph['state']>, IconName | undefined>> = {
  rule: 'holds',
  pending: 'open',
  unexpressed: 'minus',
  undone: 'warning',
  notARule: undefined,
};

/** The document as it is kept, with what became of it marked on its letters. */
export const SourceText = memo(function SourceText({
  paragraphs,
  onPiece,
}: {
  readonly paragraphs: readonly Paragraph[];
  /** A stretch was clicked without selecting any of it. */
  readonly onPiece: (start: number, cited: boolean) => void;
}) {
  const say = useWords(sourceWords);
  return paragraphs.map((paragraph) => {
    const mark = paragraph.state && MARK[paragraph.state];
    return (
      <p key={paragraph.start} className={classes(styles.paragraph, paragraph.state === 'notARule' && styles.aside)}>
        {mark && paragraph.state ? (
          <span className={classes(styles.mark, styles[`mark-${paragraph.state}`])} title={say(paragraph.state)}>
            <Icon name={mark} size={11} />
          </span>
        ) : null}
        {paragraph.pieces.map((piece) => (
          <Run key={piece.start} piece={piece} onPiece={onPiece} />
        ))}
      </p>
    );
  });
});

function Run({ piece, onPiece }: { readonly piece: Piece; readonly onPiece: (start: number, cited: boolean) => void }) {
  const say = useWords(sourceWords);
  const { start, text, tone, bare, looked, hit } = piece;
  const name = classes(styles.piece, tone !== 'plain' && styles[tone], bare && styles.bare, looked && styles.looked, hit && styles.hit);
  const shared = {
    className: name,
    'data-at': start,
    ...(looked ? { 'data-looked': '' } : {}),
    ...(bare ? { title: say('bareNumber', { number: text }) } : {}),
  };
  const click = (event: MouseEvent): void => {
    event.preventDefault();
    if (getSelection()?.isCollapsed !== false) onPiece(start, tone === 'rule' || tone === 'pending');
  };
  if (tone === 'rule' || tone === 'pending')
    return (
      // A link and not a button: only inline text may break over lines. Keys move by sentence in the document around it.
      <a {...shared} href={location.hash} tabIndex={-1} draggable={false} onClick={click}>
        {text}
      </a>
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the document around it takes the keys
    // biome-ignore lint/a11y/useKeyWithClickEvents: the document around it takes the keys
    <span {...shared} onClick={click}>
      {text}
    </span>
  );
}
