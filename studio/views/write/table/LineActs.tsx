import { useState } from 'react';
import { useStore } from 'zustand';
import type { Sheet } from '../../../../language/sheets/sheet.ts';
import { saving } from '../../../store/saving.ts';
import { selection } from '../../../store/selection.ts';
import { cellNow } from '../../../store/sheets.ts';
import { tell } from '../../../store/told.ts';
import { useLanguage, useWords } from '../../../strings/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import type { MenuLine } from '../../../ui/Floating.tsx';
import { Menu } from '../../../ui/Floating.tsx';
import { changed } from './changing.ts';
import type { LineAct } from './line-acts.ts';
import { columnActs, rowActs } from './line-acts.ts';
import { RenameDialog } from './RenameDialog.tsx';
import styles from './SheetCard.module.css';
import { tableWords } from './strings.ts';

interface LineActsProps {
  readonly sheet: Sheet;
  readonly file: string;
  readonly text: string;
}

/** What can be done with the row and the column in hand: one more, one out of a head that covers several, another name, away with it. */
export function LineActs({ sheet, file, text }: LineActsProps) {
  const say = useWords(tableWords);
  const language = useLanguage();
  const elsewhere = useStore(saving, (now) => now.elsewhere);
  const cell = useStore(selection, (now) => (now.cell?.sheet === sheet.id ? now.cell : undefined));
  const [renaming, setRenaming] = useState<{ readonly value: string; readonly offset: number }>();
  if (elsewhere) return null;
  const make = async (act: LineAct): Promise<void> => {
    if (act.kind === 'rename') return setRenaming({ value: act.value, offset: cellNow(act.at)?.start ?? act.offset });
    const why = (await changed('write', file, act.change, language, say('moved'))).find((one) => one !== undefined);
    if (why !== undefined) tell({ zh: why, en: why });
  };
  const linesOf = (acts: readonly LineAct[], what: 'Row' | 'Column'): readonly MenuLine[] =>
    acts.flatMap((act, index): readonly MenuLine[] => {
      const text =
        act.kind === 'copy'
          ? say('addRow')
          : act.kind === 'remove'
            ? say(`remove${what}`)
            : act.kind === 'rename'
              ? say('renameValue', { name: act.value })
              : say(act.kind === 'add' ? `add${what}Of` : `split${what}`, { value: act.value });
      const icon = ({ copy: 'copy', add: 'plus', split: 'table', rename: 'write', remove: 'minus' } as const)[act.kind];
      const line: MenuLine = { key: `${act.kind}${index}`, text, icon, onClick: () => void make(act) };
      return act.kind === 'remove' && index > 0 ? ['line', line] : [line];
    });
  const rows = cell ? linesOf(rowActs(sheet, text, cell.row), 'Row') : [];
  const columns = cell ? linesOf(columnActs(sheet, text, cell.column), 'Column') : [];
  return (
    // Its room is kept while no row is in hand, so that nothing moves when one is taken.
    <span className={classes(styles.actions, rows.length + columns.length === 0 && styles.away)}>
      {rows.length === 0 && columns.length > 0 ? null : (
        <Menu lines={rows}>
          <Button small kind="quiet" icon="chevronDown" hasPopup="menu">
            {say('rowOf')}
          </Button>
        </Menu>
      )}
      {columns.length === 0 ? null : (
        <Menu lines={columns}>
          <Button small kind="quiet" icon="chevronDown" hasPopup="menu">
            {say('columnOf')}
          </Button>
        </Menu>
      )}
      {renaming ? (
        <RenameDialog at={{ file, offset: renaming.offset }} name={renaming.value} onClose={() => setRenaming(undefined)} />
      ) : null}
    </span>
  );
}
