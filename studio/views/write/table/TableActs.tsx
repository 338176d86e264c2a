import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { TableAction } from '../../../../language/sheets/actions.ts';
import type { Sheet } from '../../../../language/sheets/sheet.ts';
import { whenComposed } from '../../../loop/composition.ts';
import { askActions, doAction } from '../../../loop/sheets.ts';
import { useLater } from '../../../loop/use-later.ts';
import { saving } from '../../../store/saving.ts';
import { selection } from '../../../store/selection.ts';
import { sheets } from '../../../store/sheets.ts';
import { useLanguage } from '../../../strings/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './SheetCard.module.css';

/** Offers hold for the very text they were asked about. */
interface Offered {
  readonly text: string;
  readonly actions: readonly TableAction[];
}

/** What can be done with the table in hand: its other form, rows in order, rows that are missing, a definition of its own. */
export function TableActs({ sheet }: { readonly sheet: Sheet }) {
  const language = useLanguage();
  const elsewhere = useStore(saving, (now) => now.elsewhere);
  const chosen = useStore(selection, (now) => now.cell?.sheet === sheet.id);
  const read = useLater(sheets, (now) => (chosen ? now.read : undefined));
  const [offered, setOffered] = useState<Offered | undefined>(undefined);
  useEffect(() => {
    if (!chosen || !read) return undefined;
    const now = read.sheets.find(({ id }) => id === sheet.id);
    if (!now) return undefined;
    let wanted = true;
    void askActions(read, now.header?.start ?? now.range.start).then((actions) =>
      whenComposed(() => {
        if (wanted) setOffered({ text: read.text, actions });
      }),
    );
    return () => {
      wanted = false;
    };
  }, [chosen, read, sheet.id]);
  if (!chosen || elsewhere || !read || offered?.text !== read.text || offered.actions.length === 0) return null;
  return (
    <span className={styles.actions}>
      {offered.actions.map((action) => (
        <Button key={action.title.zh} small onClick={() => void doAction(read, action)}>
          {action.title[language]}
        </Button>
      ))}
    </span>
  );
}
