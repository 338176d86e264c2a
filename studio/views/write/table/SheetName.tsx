import { useState } from 'react';
import { useStore } from 'zustand';
import type { Sheet } from '../../../../language/sheets/sheet.ts';
import { reveal } from '../../../loop/loop.ts';
import { saving } from '../../../store/saving.ts';
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
          onClick={() => reveal({ file, ...(nameRange ?? { start: sheet.range.start, end: sheet.range.start }) })}
          onKeyDown={(event) => {
            if (event.key !== 'F2' || !can) return;
            event.preventDefault();
            setRenaming(true);
          }}
        >
          {title}
        </button>
      </h3>
      {can ? <RenameButton file={file} name={title} offset={nameRange.start} open={renaming} onOpen={setRenaming} /> : null}
    </>
  );
}

/** A pen that gives a name another one, everywhere. */
function RenameButton({
  file,
  name,
  offset,
  open,
  onOpen,
}: {
  readonly file: string;
  readonly name: string;
  readonly offset: number;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}) {
  const say = useWords(tableWords);
  return (
    <>
      <IconButton size={24} icon="write" label={say('renameValue', { name })} onClick={() => onOpen(true)} />
      {open ? <RenameDialog at={{ file, offset }} name={name} onClose={() => onOpen(false)} /> : null}
    </>
  );
}

/** The same for a definition that stands below the line that rests on it. */
export function DefinitionPen({ sheet, file }: Pick<SheetNameProps, 'sheet' | 'file'>) {
  const elsewhere = useStore(saving, (now) => now.elsewhere);
  const [open, setOpen] = useState(false);
  if (elsewhere || !sheet.nameRange || sheet.parent !== undefined) return null;
  return <RenameButton file={file} name={sheet.title} offset={sheet.nameRange.start} open={open} onOpen={setOpen} />;
}
