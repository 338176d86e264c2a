import { useWords } from '../../strings/use-words.ts';
import { Button } from '../Button.tsx';
import { classes } from '../classes.ts';
import { Dialog } from '../Floating.tsx';
import { Icon } from '../Icon.tsx';
import styles from './PastePreview.module.css';
import { gridWords } from './strings.ts';

/** One cell of a block that is about to be pasted. */
export interface PasteLine {
  readonly row: number;
  readonly col: number;
  readonly text: string;
  /** What stands there now, to be shown beside. */
  readonly before?: string;
  /** Absent: it can be pasted. */
  readonly problem?: string;
}

interface PastePreviewProps {
  readonly lines: readonly PasteLine[];
  /** Name of the first cell; absent where cells land each at its own place. */
  readonly from?: string;
  /** Instead of the words of pasting. */
  readonly words?: { readonly title: string; readonly make: string };
  /** What else is to be known before, a line each. */
  readonly notes?: readonly string[];
  readonly columnTitle: (col: number) => string;
  readonly rowTitle: (row: number) => string;
  readonly onPaste: () => void;
  readonly onClose: () => void;
}

/** More rows than these are counted, not shown: nobody reads them before pasting. */
const SHOWN_ROWS = 40;

/** What lands where, and what cannot and why, before anything is written. */
export function PastePreview({ lines, from, words, notes = [], columnTitle, rowTitle, onPaste, onClose }: PastePreviewProps) {
  const say = useWords(gridWords);
  const rows = [...new Set(lines.map(({ row }) => row))];
  const cols = [...new Set(lines.map(({ col }) => col))].toSorted((a, b) => a - b);
  const refused = lines.filter(({ problem }) => problem !== undefined);
  const lands = lines.length - refused.length;
  return (
    <Dialog
      open
      title={words?.title ?? say('pasteTitle')}
      onClose={onClose}
      width={720}
      foot={
        <div className={styles.foot}>
          <Button onClick={onClose}>{say('pasteNot')}</Button>
          <Button kind="primary" disabled={lands === 0} onClick={onPaste}>
            {words?.make ?? say('pasteAnyway')}
          </Button>
        </div>
      }
    >
      <p className={styles.sum}>
        {[
          say('pasteSum', { cells: lines.length, lands, refused: refused.length }),
          ...(from === undefined ? [] : [say('pasteWhere', { place: from })]),
        ].join(' · ')}
      </p>
      {notes.map((note) => (
        <p key={note} className={styles.sum}>
          {note}
        </p>
      ))}
      <div className={styles.frame}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say('row')}</th>
              {cols.map((col) => (
                <th key={col} scope="col">
                  {columnTitle(col)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN_ROWS).map((row) => (
              <tr key={row}>
                <th scope="row">{rowTitle(row)}</th>
                {cols.map((col) => {
                  const line = lines.find((one) => one.row === row && one.col === col);
                  return (
                    <td key={col} className={classes(line?.problem !== undefined && styles.refused)}>
                      {line ? (
                        <span className={styles.cell}>
                          <Icon name={line.problem === undefined ? 'holds' : 'differs'} size={14} />
                          <span>
                            {line.before === undefined || line.before === '' ? null : <s className={styles.before}>{line.before}</s>}
                            {line.text}
                            {line.problem === undefined ? null : <small>{line.problem}</small>}
                          </span>
                        </span>
                      ) : null}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > SHOWN_ROWS ? <p className={styles.sum}>{say('pasteMore', { count: rows.length - SHOWN_ROWS })}</p> : null}
    </Dialog>
  );
}
