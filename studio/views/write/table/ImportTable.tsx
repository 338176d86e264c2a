import { useState } from 'react';
import { useStore } from 'zustand';
import type { Sheet, SheetChange, SheetEdited } from '../../../../language/sheets/sheet.ts';
import { cellsOf } from '../../../importers/delimited.ts';
import { pickFiles } from '../../../importers/pick-files.ts';
import { tryCells, writeCells } from '../../../loop/tables.ts';
import { saving } from '../../../store/saving.ts';
import { tell } from '../../../store/told.ts';
import { workspace } from '../../../store/workspace.ts';
import { useLanguage, useWords } from '../../../strings/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Dialog } from '../../../ui/Floating.tsx';
import { PastePreview } from '../../../ui/grid/PastePreview.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import type { Fitted } from './fitting.ts';
import { bestOf } from './fitting.ts';
import styles from './ImportTable.module.css';
import { changeOf, linesOf } from './importing.ts';
import { cellOf, headColumns } from './sheet-cells.ts';
import { tableWords } from './strings.ts';
import { titleOf } from './titles.ts';

interface ImportTableProps {
  readonly sheet: Sheet;
  readonly file: string;
  readonly text: string;
}

interface Tried {
  readonly change: SheetChange;
  readonly edited: SheetEdited;
  readonly fitted: Fitted;
  /** The text of the file that this was tried on. */
  readonly of: string | undefined;
  /** Of the workbook; absent for cells that were pasted. */
  readonly from: string | undefined;
}

/** A table from a spreadsheet into a table of the text: found by titles and heads, shown cell by cell, then written as one step. */
export function ImportTable({ sheet, file, text }: ImportTableProps) {
  const say = useWords(tableWords);
  const language = useLanguage();
  const elsewhere = useStore(saving, (now) => now.elsewhere);
  const [open, setOpen] = useState(false);
  const [pasted, setPasted] = useState('');
  const [problem, setProblem] = useState<string>();
  const [same, setSame] = useState(false);
  const [tried, setTried] = useState<Tried>();
  if (elsewhere) return null;
  const forget = (): void => {
    setProblem(undefined);
    setSame(false);
  };
  const close = (): void => {
    setOpen(false);
    setPasted('');
    forget();
    setTried(undefined);
  };
  const leftOut = ({ foreign, otherwise }: Fitted): readonly string[] => [
    ...(foreign.length > 0 ? [say('importForeign', { rows: foreign.join('、') })] : []),
    ...(otherwise.length > 0 ? [say('importOtherwise', { rows: otherwise.join('、') })] : []),
  ];
  const look = async (
    all: readonly { readonly title: string; readonly cells: readonly (readonly string[])[] }[],
    named: boolean,
  ): Promise<void> => {
    const best = bestOf(sheet, text, all);
    if (!best) {
      const columns = sheet.columns.map((column) => titleOf(column, say)).join('、');
      setProblem(say('importOther', { table: sheet.title, columns }));
      return;
    }
    const change = changeOf(sheet, best.fitted);
    const of = workspace.getState().files[file]?.text;
    const edited = await tryCells(file, change);
    if (!edited) setProblem(say('moved'));
    else if (linesOf(sheet, edited, language).length === 0) {
      const left = leftOut(best.fitted);
      if (left.length > 0) setProblem(left.join(' '));
      else setSame(true);
    } else setTried({ change, edited, fitted: best.fitted, of, from: named ? best.of.title : undefined });
  };
  const choose = async (): Promise<void> => {
    const [chosen] = await pickFiles('.xlsx,.csv,.tsv,.txt');
    if (!chosen) return;
    forget();
    if (!/\.xlsx$/i.test(chosen.name)) return look([{ title: chosen.name, cells: cellsOf(await chosen.text()) }], false);
    const { worksheetsOf } = await import('../../../importers/spreadsheet.ts');
    const bytes = await chosen.arrayBuffer();
    const read = await worksheetsOf(bytes).catch(() => undefined);
    if (!read) return setProblem(say('importUnread', { file: chosen.name }));
    return look(read, true);
  };
  const write = async ({ change, of }: Tried): Promise<void> => {
    // What was shown is about the text as it was then.
    const made = workspace.getState().files[file]?.text === of ? await writeCells(file, change) : undefined;
    if (!made) tell({ zh: say('moved'), en: say('moved') });
    close();
  };
  const lines = tried ? linesOf(sheet, tried.edited, language) : [];
  return (
    <>
      <Button small kind="quiet" icon="import" hasPopup="dialog" onClick={() => setOpen(true)}>
        {say('import')}
      </Button>
      <Dialog
        open={open && !tried}
        title={say('importTitle', { table: sheet.title })}
        onClose={close}
        width={620}
        foot={
          <Button
            kind="primary"
            disabled={pasted.trim() === ''}
            onClick={() => {
              forget();
              void look([{ title: '', cells: cellsOf(pasted) }], false);
            }}
          >
            {say('importLook')}
          </Button>
        }
      >
        <div className={styles.body}>
          <p className={styles.how}>{say('importHow')}</p>
          <Button icon="folder" onClick={() => void choose()}>
            {say('importFile')}
          </Button>
          <label className={styles.label}>
            <span>{say('importPaste')}</span>
            <textarea
              className={styles.area}
              rows={6}
              spellCheck={false}
              value={pasted}
              onChange={(event) => {
                setPasted(event.currentTarget.value);
                forget();
              }}
            />
          </label>
          <p className={classes(styles.said, problem !== undefined && styles.problem)} role="status">
            {problem === undefined && !same ? null : (
              <>
                <Icon name={problem === undefined ? 'holds' : 'info'} size={14} /> {problem ?? say('importSame')}
              </>
            )}
          </p>
        </div>
      </Dialog>
      {tried ? (
        <PastePreview
          lines={lines}
          words={{
            title: say('importTitle', { table: sheet.title }),
            make: say('importCells', { count: lines.filter((line) => line.problem === undefined).length }),
          }}
          notes={[
            ...(tried.from === undefined ? [] : [say('importFrom', { sheet: tried.from })]),
            ...(tried.fitted.left > 0 ? [say('importLeft', { count: tried.fitted.left })] : []),
            ...(tried.fitted.added > 0 ? [say('importAdded', { count: tried.fitted.added })] : []),
            ...leftOut(tried.fitted),
            ...(tried.fitted.strange.length > 0 ? [say('importStrange', { columns: tried.fitted.strange.join('、') })] : []),
          ]}
          columnTitle={(col) => (sheet.columns[col] ? titleOf(sheet.columns[col], say) : '')}
          rowTitle={(row) =>
            row < sheet.rows.length
              ? Array.from({ length: headColumns(sheet) }, (_, col) => cellOf(sheet, text, row, col)?.written ?? '').join(' · ')
              : say('added')
          }
          onPaste={() => void write(tried)}
          onClose={close}
        />
      ) : null}
    </>
  );
}
