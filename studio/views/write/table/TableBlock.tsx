import type { Diagnostic } from '../../../../language/diagnostics/diagnostic.ts';
import type { SheetKind } from '../../../../language/sheets/sheet.ts';
import { useLater } from '../../../loop/use-later.ts';
import { analysis } from '../../../store/analysis.ts';
import { useLanguage, useWords } from '../../../strings/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import type { Shown } from './cards.ts';
import { ImportTable } from './ImportTable.tsx';
import { LineActs } from './LineActs.tsx';
import styles from './SheetCard.module.css';
import { SheetGrid } from './SheetGrid.tsx';
import { bodyRows, coverage } from './sheet-cells.ts';
import { tableWords } from './strings.ts';
import { TableActs } from './TableActs.tsx';

interface TableBlockProps {
  readonly shown: Shown;
  readonly file: string;
  readonly lost: boolean;
  readonly sought: string;
  readonly onOpen: (sheet: string) => void;
}

/** What a table of a spreadsheet can be laid over. */
const COMES_IN: ReadonlySet<SheetKind> = new Set(['table', 'bands', 'changes']);
/** Rows that a table shows among others; a longer one is looked at by itself. */
const SHORT_ROWS = 14;

/** A table among the rules: small ones whole, large ones through a window that opens, and below what is known of its completeness. */
export function TableBlock({ shown, file, lost, sought, onOpen }: TableBlockProps) {
  const { sheet, text } = shown;
  const say = useWords(tableWords);
  const count = bodyRows(sheet).length;
  const long = count > SHORT_ROWS;
  return (
    <div className={styles.block} data-sheet={sheet.id}>
      <div className={long ? styles.window : undefined}>
        <SheetGrid shown={shown} file={file} height={long ? 'fill' : 'fit'} dim={lost} sought={sought} />
      </div>
      <div className={styles.below}>
        {lost ? null : <Completeness {...shown} />}
        {lost || !sheet.can.rows ? null : <LineActs sheet={sheet} file={file} text={text} />}
        {lost || sheet.kind !== 'table' ? null : <TableActs sheet={sheet} />}
        {lost || !COMES_IN.has(sheet.kind) ? null : <ImportTable sheet={sheet} file={file} text={text} />}
        {long ? (
          <Button small icon="table" onClick={() => onOpen(sheet.id)}>
            {`${say('expand')} · ${say('rows', { count })}`}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** Whether all tables were looked through, and nothing stood in the way of it. */
const checkedWhole = (findings: readonly Diagnostic[] | undefined): boolean =>
  findings !== undefined && !findings.some(({ severity, code }) => severity === 'error' || code === 'tables/not-ruled-out');

/** Whether every patient has exactly one row, as the check of the rules found it. Nothing is claimed while the file has errors elsewhere. */
function Completeness({ sheet, text, found: { first } }: Shown) {
  const say = useWords(tableWords);
  const language = useLanguage();
  const whole = useLater(analysis, (now) => checkedWhole(now.analysis?.diagnostics));
  if (first)
    return (
      <p className={styles.wrong}>
        <Icon name="differs" size={14} /> {first.what[language]}
      </p>
    );
  const covers = coverage(sheet, text);
  if (!covers || !whole) return null;
  const axes = covers.axes.map((axis) => say('axis', axis)).join(' × ');
  return (
    <p className={styles.whole}>
      <Icon name="holds" size={14} />{' '}
      {[
        axes,
        covers.drawn === covers.cells
          ? say('complete', { count: covers.cells })
          : say('completeOf', { count: covers.drawn, cases: covers.cells }),
      ]
        .filter(Boolean)
        .join(language === 'zh' ? '，' : ', ')}
    </p>
  );
}
