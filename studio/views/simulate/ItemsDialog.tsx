import { useCallback } from 'react';
import type { ItemList } from '../../../runtime/ir/types.ts';
import type { FieldValue, Item } from '../../store/simulation.ts';
import { itemsChanged } from '../../store/visits.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Floating.tsx';
import { Grid } from '../../ui/grid/Grid.tsx';
import type { GridCell, GridChange, GridRefusal } from '../../ui/grid/grid-props.ts';
import styles from './Desk.module.css';
import { itemPlace } from './form.ts';
import type { CellReading } from './item-cells.ts';
import { cellText, readCell } from './item-cells.ts';
import { firstItem } from './samples.ts';
import { currentAnswer } from './select.ts';
import { simulateWords } from './strings.ts';
import type { Desk } from './use-desk.ts';
import { change } from './use-desk.ts';

interface ItemsDialogProps {
  readonly desk: Desk;
  readonly list: ItemList;
  readonly onClose: () => void;
}

/** Empty rows under the items: what is typed or pasted there begins items. */
const SPARE = 8;

const withField = (item: Item, name: string, value: FieldValue | undefined): Item => {
  const { [name]: _, ...rest } = item;
  return value === undefined ? rest : { ...rest, [name]: value };
};

/** The items of one list as a grid: typed, pasted from a spreadsheet, each cell with what is wrong with it. */
export function ItemsDialog({ desk, list, onClose }: ItemsDialogProps) {
  const say = useWords(simulateWords);
  const language = useLanguage();
  const { patient, visit, summary } = desk;
  const items = visit.lists?.[list.name] ?? [];
  const answer = currentAnswer(desk.state);
  const cell = useCallback(
    (row: number, col: number): GridCell => {
      const field = list.fields[col];
      if (!field) return { text: '' };
      const place = `${itemPlace(list, row)}.${field.name}`;
      const problem = answer?.problems.find((one) => one.field === place)?.[language];
      const missing = answer?.missing.includes(place) === true ? say('needed') : undefined;
      return {
        text: cellText(items[row]?.[field.name], field, say),
        editable: true,
        kind: field.type.kind === 'money' || field.type.kind === 'integer' ? 'number' : 'text',
        problem: problem ?? missing,
        ...(field.type.kind === 'enum'
          ? { choices: { values: (field.values ?? []).map(({ name }) => name), initials: (value: string) => summary.initials[value] } }
          : {}),
        ...(field.type.kind === 'bool' ? { choices: { values: [say('yes'), say('no')] } } : {}),
      };
    },
    [items, list, answer, language, say, summary.initials],
  );
  const readings = (changes: readonly GridChange[]): readonly (GridChange & { readonly reading: CellReading })[] =>
    changes.flatMap((one) => {
      const field = list.fields[one.col];
      return field ? [{ ...one, reading: readCell(one.text, field, summary.initials, say) }] : [];
    });
  const refused = (changes: readonly GridChange[]): readonly GridRefusal[] =>
    readings(changes).flatMap(({ reading, ...one }) => ('problem' in reading ? [{ ...one, problem: reading.problem }] : []));
  const edit = (changes: readonly GridChange[]): readonly GridRefusal[] => {
    change((state) =>
      itemsChanged(state, patient.id, visit.id, list.name, (all) => {
        const next = [...all];
        for (const { row, col, reading } of readings(changes)) {
          const name = list.fields[col]?.name ?? '';
          if (!('value' in reading)) continue;
          while (next.length <= row) next.push({});
          next[row] = withField(next[row] ?? {}, name, reading.value);
        }
        // Emptied rows at the end are no items.
        while (next.length > 0 && Object.keys(next.at(-1) ?? {}).length === 0) next.pop();
        return next;
      }),
    );
    return refused(changes);
  };
  const day = visit.fields[summary.versionDay];
  return (
    <Dialog
      open
      width={Math.min(1100, 220 + list.fields.length * 140)}
      title={say('items', { list: list.name, count: items.length })}
      onClose={onClose}
      foot={
        <div className={styles.foot}>
          <Button
            icon="plus"
            onClick={() =>
              change((state) =>
                itemsChanged(state, patient.id, visit.id, list.name, (all) => [
                  ...all,
                  all.at(-1) ?? firstItem(list, summary, typeof day === 'string' ? day : ''),
                ]),
              )
            }
          >
            {say('addItem')}
          </Button>
          <Button kind="primary" onClick={onClose}>
            {say('close')}
          </Button>
        </div>
      }
    >
      <p className={styles.remark}>{say('itemsGridHint')}</p>
      <div className={styles.itemsGrid}>
        <Grid
          label={list.name}
          columns={list.fields.map(({ name, type }) => ({
            key: name,
            title: name,
            width: 120,
            grow: true,
            kind: type.kind === 'money' || type.kind === 'integer' ? ('number' as const) : ('text' as const),
          }))}
          rowCount={items.length + SPARE}
          rowLabel={(row) => say('itemNumber', { number: row + 1 })}
          fixedColumns={0}
          plain
          cell={cell}
          tryEdit={refused}
          onEdit={edit}
        />
      </div>
    </Dialog>
  );
}
