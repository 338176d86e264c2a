import { useState } from 'react';
import type { InputField, ItemList } from '../../../runtime/ir/types.ts';
import type { FieldValue, Item } from '../../store/simulation.ts';
import { itemsChanged } from '../../store/visits.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import type { FieldMessage } from '../../ui/Field.tsx';
import styles from './Desk.module.css';
import { itemPlace } from './form.ts';
import { ItemsDialog } from './ItemsDialog.tsx';
import { PolicyField } from './PolicyField.tsx';
import { firstItem } from './samples.ts';
import { currentAnswer } from './select.ts';
import { simulateWords } from './strings.ts';
import type { Desk } from './use-desk.ts';
import { change } from './use-desk.ts';

/** The items of one list of the visit: each a row of its fields, to be added, changed and taken away. */
export function ItemsForm({ desk, list }: { readonly desk: Desk; readonly list: ItemList }) {
  const say = useWords(simulateWords);
  const language = useLanguage();
  const [grid, setGrid] = useState(false);
  const { patient, visit, summary } = desk;
  const answer = currentAnswer(desk.state);
  const items = visit.lists?.[list.name] ?? [];
  const edit = (next: (all: readonly Item[]) => readonly Item[]): void =>
    change((state) => itemsChanged(state, patient.id, visit.id, list.name, next));
  const messageFor = (field: InputField, at: number): FieldMessage | undefined => {
    const place = `${itemPlace(list, at)}.${field.name}`;
    const problem = answer?.problems.find((one) => one.field === place);
    if (problem) return { tone: 'problem', text: problem[language] };
    return answer?.missing.includes(place) ? { tone: 'problem', text: say('needed') } : undefined;
  };
  const day = visit.fields[summary.versionDay];
  return (
    <fieldset className={styles.group}>
      <legend>{say('items', { list: list.name, count: items.length })}</legend>
      {items.length === 0 ? <p className={styles.remark}>{say('noItems')}</p> : null}
      <ol className={styles.items}>
        {items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an item has no name of its own but its number.
          <li key={at} className={styles.item} data-item={itemPlace(list, at)} aria-label={say('itemNumber', { number: at + 1 })}>
            <div className={styles.itemHead}>
              <b>{say('itemNumber', { number: at + 1 })}</b>
              <IconButton
                icon="bin"
                size={24}
                label={say('removeItem', { number: at + 1 })}
                onClick={() => edit((all) => all.filter((_, index) => index !== at))}
              />
            </div>
            {list.fields.map((field) => (
              <PolicyField
                key={field.name}
                field={field}
                initials={summary.initials}
                value={item[field.name]}
                message={messageFor(field, at)}
                onChange={(value) => edit((all) => all.map((one, index) => (index === at ? withField(one, field.name, value) : one)))}
              />
            ))}
          </li>
        ))}
      </ol>
      <Button kind="quiet" small icon="table" onClick={() => setGrid(true)}>
        {say('itemsInGrid')}
      </Button>
      {grid ? <ItemsDialog desk={desk} list={list} onClose={() => setGrid(false)} /> : null}
      <Button
        kind="quiet"
        small
        icon="plus"
        onClick={() => edit((all) => [...all, all.at(-1) ?? firstItem(list, summary, typeof day === 'string' ? day : '')])}
      >
        {say('addItem')}
      </Button>
    </fieldset>
  );
}

function withField(item: Item, name: string, value: FieldValue | undefined): Item {
  const { [name]: _, ...rest } = item;
  return value === undefined ? rest : { ...rest, [name]: value };
}
