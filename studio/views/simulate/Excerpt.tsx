import { useStore } from 'zustand';
import { reveal } from '../../loop/loop.ts';
import { analysis } from '../../store/analysis.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import type { TextRange } from '../../worker/protocol.ts';
import styles from './Excerpt.module.css';
import type { LineRemark, Paint } from './excerpt.ts';
import { excerptOf } from './excerpt.ts';
import { simulateWords } from './strings.ts';

/** Lines of a table beside a step. */
const SMALL_LINES = 6;

interface ExcerptProps {
  /** Shown and scrolled to. */
  readonly focus: TextRange;
  readonly paints: readonly Paint[];
  readonly remarks?: readonly LineRemark[];
  /** Address of the step that is looked at. */
  readonly looked?: string;
  readonly onRemark?: (address: string) => void;
  /** Beside a step: a few lines, without a foot. */
  readonly small?: boolean;
}

/** A piece of rule text, with what counted painted on it and the results at the end of their lines. */
export function Excerpt({ focus, paints, remarks = [], looked, onRemark, small = false }: ExcerptProps) {
  const say = useWords(simulateWords);
  const text = useStore(workspace, (state) => state.files[focus.file]?.text) ?? '';
  const found = useStore(analysis, (state) => state.analysis);
  const lines = excerptOf({
    text,
    outline: found?.outlines[focus.file] ?? [],
    colours: found?.colours[focus.file] ?? [],
    focus,
    paints: paints.filter(
      ({ range, tone }) =>
        range.file === focus.file && (tone === 'looked' || tone === 'hover' || tone === 'open' || isOneLine(text, range)),
    ),
    remarks,
    ...(small ? { limit: SMALL_LINES, rowsOnly: true } : {}),
  });
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return null;
  return (
    <figure className={classes(styles.excerpt, small && styles.small)} aria-label={say('excerpt', { from: first.number, to: last.number })}>
      <div className={styles.code}>
        {lines.map((line) => (
          <div key={line.number} className={classes(styles.line, line.focused && styles.focused)}>
            <span className={styles.number}>{line.number}</span>
            <span className={styles.text}>
              {line.runs.map((run) => (
                <span key={run.at} className={classes(run.colour && styles[run.colour], run.paint && styles[run.paint])}>
                  {run.text}
                </span>
              ))}
              {oneOf(line.remarks, looked).map((remark) => (
                <button
                  key={remark.address}
                  type="button"
                  tabIndex={-1}
                  aria-hidden="true"
                  className={classes(styles.remark, remark.address === looked && styles.own)}
                  onClick={() => onRemark?.(remark.address)}
                >
                  {remark.text}
                </button>
              ))}
            </span>
          </div>
        ))}
      </div>
      {small ? null : (
        <figcaption className={styles.foot}>
          <span>{focus.file.split('/').at(-1)}</span>
          <Button small kind="quiet" icon="write" onClick={() => reveal(focus)}>
            {say('openInWrite')}
          </Button>
        </figcaption>
      )}
    </figure>
  );
}

/** A whole block painted says nothing; rows and single lines do. */
const isOneLine = (text: string, range: TextRange): boolean => !text.slice(range.start, range.end).includes('\n');

/** A line has room for one result: that of the step looked at, else the last. */
const oneOf = (remarks: readonly LineRemark[], looked: string | undefined): readonly LineRemark[] => {
  const own = remarks.find((remark) => remark.address === looked) ?? remarks.at(-1);
  return own === undefined ? [] : [own];
};
