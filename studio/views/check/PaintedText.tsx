import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { reveal } from '../../loop/loop.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { classes } from '../../ui/classes.ts';
import { Pane } from '../../ui/Pane.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import type { TextRange } from '../../worker/protocol.ts';
import styles from './PaintedText.module.css';
import type { Paint, PaintedPart } from './painted.ts';
import { fileNameOf, paintedLines } from './painted.ts';
import { checkWords } from './strings.ts';

const WORD = { reached: 'lineReached', noticed: 'lineNoticed', unreached: 'lineUnreached', unnoticed: 'lineUnnoticed' } as const;
const SIGN: Readonly<Record<Paint, string>> = { reached: '✓', noticed: '✓', unreached: '○', unnoticed: '≈' };

interface PaintedTextProps {
  readonly parts: readonly PaintedPart[];
  /** The part that was chosen in the list beside. */
  readonly looked: TextRange | undefined;
  readonly onLook: (range: TextRange) => void;
}

/** The rules as written, with what was found out about each place. A double click, or Enter, goes to the place in the editor. */
export function PaintedText({ parts, looked, onLook }: PaintedTextProps) {
  const say = useWords(checkWords);
  const files = useStore(workspace, (now) => now.files);
  const paths = useMemo(() => [...new Set(parts.map(({ range }) => range.file))], [parts]);
  const [picked, setPicked] = useState<string>();
  const path = picked !== undefined && paths.includes(picked) ? picked : paths[0];
  const text = path === undefined ? '' : (files[path]?.text ?? '');
  const lines = useMemo(() => (path === undefined ? [] : paintedLines(path, text, parts)), [path, text, parts]);
  const marked = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (looked) setPicked(looked.file);
  }, [looked]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolled when another place is looked at or its file is shown
  useEffect(() => void marked.current?.scrollIntoView({ block: 'center' }), [looked, path]);

  const kinds = [...new Set(parts.map(({ paint }) => paint))];
  return (
    <Pane
      icon="rule"
      title={say('painted')}
      paneId="painted"
      bare
      extra={
        paths.length > 1 ? (
          <Segmented
            label={say('paintedFile')}
            value={path ?? ''}
            onChange={setPicked}
            options={paths.map((one) => ({ value: one, text: fileNameOf(one) }))}
          />
        ) : undefined
      }
      foot={
        <span className={styles.legend}>
          {kinds.map((kind) => (
            <span key={kind} className={styles[kind]}>
              <i aria-hidden="true">{SIGN[kind]}</i> {say(WORD[kind])}
            </span>
          ))}
        </span>
      }
    >
      <ol className={styles.lines}>
        {lines.map((line) => (
          <li key={line.number} className={classes(styles.line, line.paint && styles[line.paint])}>
            <span className={styles.sign}>
              {line.paint ? SIGN[line.paint] : ''}
              {line.paint ? <span className="unseen">{say(WORD[line.paint])}</span> : null}
            </span>
            <span className={styles.number}>{line.number}</span>
            <code>
              {line.stretches.map((stretch, index) => {
                const { range, paint } = stretch;
                if (!range || paint === undefined) return stretch.text;
                const here = looked?.file === range.file && looked.start === range.start && looked.end === range.end;
                return (
                  <button
                    // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place in the line
                    key={index}
                    ref={here ? marked : undefined}
                    type="button"
                    className={classes(styles.part, styles[paint], here && styles.here)}
                    title={say(WORD[paint])}
                    onClick={() => (here ? reveal(range) : onLook(range))}
                  >
                    {stretch.text}
                  </button>
                );
              })}
            </code>
          </li>
        ))}
      </ol>
    </Pane>
  );
}
