import { useState } from 'react';
import { useStore } from 'zustand';
import type { Extent, Sheet } from '../../../../language/sheets/sheet.ts';
import { reveal } from '../../../loop/loop.ts';
import { saving } from '../../../store/saving.ts';
import { sheetNow } from '../../../store/sheets.ts';
import { useWords } from '../../../strings/use-words.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import styles from './SheetCard.module.css';
import { tableWords } from './strings.ts';

interface SheetNameProps {
  readonly sheet: Sheet;
  readonly file: string;
  readonly title: string;
  /** Whether what the sheet shows has a name of its own. */
  readonly named: boolean;
  readonly id: string;
}

/** Where the name of a sheet stands now; without one, where it begins. */
function nameNow(drawn: Sheet): Extent {
  const { nameRange, range } = sheetNow(drawn.id)?.sheet ?? drawn;
  return nameRange ?? { start: range.start, end: range.start };
}

/** The name of a rule: it leads to the text, and F2 or the pen beside it gives another one, everywhere. */
export function SheetName({ sheet, file, title, named, id }: SheetNameProps) {
  const say = useWords(tableWords);
  const elsewhere = useStore(saving, (now) => now.elsewhere);
  const [renaming, setRenaming] = useState(false);
  const { nameRange } = sheet;
  const can = named && nameRange !== undefined && !elsewhere;
  return (
    <>
      <h3 id={id}>
        <button
          type="button"
          className={styles.name}
          title={say('goesToText')}
          onClick={() => reveal({ file, ...nameNow(sheet) })}
          onKeyDown={(event) => {
            if (event.key !== 'F2' || !can) return;
            event.preventDefault();
            setRenaming(true);
          }}
        >
          {title}
        </button>
      </h3>
      {can ? <RenameButton sheet={sheet} file={file} name={title} open={renaming} onOpen={setRenaming} /> : null}
    </>
  );
}

/** A pen that gives a name another one, everywhere. */
function RenameButton({
  sheet,
  file,
  name,
  open,
  onOpen,
}: {
  readonly sheet: Sheet;
  readonly file: string;
  readonly name: string;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}) {
  const say = useWords(tableWords);
  return (
    <>
      <IconButton size={24} icon="write" label={say('renameValue', { name })} onClick={() => onOpen(true)} />
      {open ? <RenameDialog at={{ file, offset: nameNow(sheet).start }} name={name} onClose={() => onOpen(false)} /> : null}
    </>
  );
}

/** The same for a definition that stands below the line that rests on it. */
export function DefinitionPen({ sheet, file }: Pick<SheetNameProps, 'sheet' | 'file'>) {
  const elsewhere = useStore(saving, (now) => now.elsewhere);
  const [open, setOpen] = useState(false);
  if (elsewhere || !sheet.nameRange || sheet.parent !== undefined) return null;
  return <RenameButton sheet={sheet} file={file} name={sheet.title} open={open} onOpen={setOpen} />;
}
