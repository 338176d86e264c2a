import { useState } from 'react';
import { useWords } from '../../strings/use-words.ts';
import { landings } from './clipboard.ts';
import type { GridChange, GridProps } from './grid-props.ts';
import type { PasteLine } from './PastePreview.tsx';
import type { Selected } from './selecting.ts';
import { gridWords } from './strings.ts';

interface PasteProps {
  readonly selected: Selected;
  readonly size: { readonly rows: number; readonly cols: number };
  /** Row of a line on the screen. */
  readonly rowOf: (line: number) => number;
  readonly at: (row: number, col: number) => { readonly text: string; readonly editable: boolean };
  readonly tryEdit: GridProps['tryEdit'];
  readonly submit: (changes: readonly GridChange[]) => void;
  readonly say: (text: string) => void;
}

/** A paste without problems is made at once; one with problems is shown first. */
export function usePaste({ selected, size, rowOf, at, tryEdit, submit, say: tell }: PasteProps) {
  const say = useWords(gridWords);
  const [preview, setPreview] = useState<{ readonly lines: readonly PasteLine[]; readonly changes: readonly GridChange[] }>();
  const paste = async (texts: readonly (readonly string[])[]): Promise<void> => {
    const landed = landings(texts, selected, size, (line, col) => at(rowOf(line), col)).map((one) => ({
      ...one,
      row: one.fate === 'outside' ? one.row : rowOf(one.row),
    }));
    const changes = landed.filter(({ fate }) => fate === 'lands').map(({ row, col, text }) => ({ row, col, text }));
    const alone = landed.length === 1;
    const refusals = alone ? [] : ((await tryEdit?.(changes)) ?? []);
    const told = landed.map(({ row, col, text, fate }): PasteLine => {
      const refused = refusals.find((one) => one.row === row && one.col === col);
      const problem = fate === 'fixed' ? say('fixed') : fate === 'outside' ? say('outside') : refused?.problem;
      return { row, col, text, ...(problem === undefined ? {} : { problem }) };
    });
    if (told.every(({ problem }) => problem === undefined)) submit(changes);
    else if (alone) tell(told[0]?.problem ?? '');
    else
      setPreview({
        lines: told,
        changes: changes.filter(({ row, col }) => !refusals.some((one) => one.row === row && one.col === col)),
      });
  };
  return { preview, setPreview, paste };
}
