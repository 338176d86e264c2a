import { useStore } from 'zustand';
import { hovering } from '../../store/hovering.ts';
import { moneyText, shareOf, shortMoneyText } from '../../strings/money.ts';
import { useWords } from '../../strings/use-words.ts';
import { classes } from '../../ui/classes.ts';
import type { CellState } from '../../worker/protocol.ts';
import styles from './Cells.module.css';
import type { CellChange, CountedAgainst } from './select.ts';
import { accumulatorsRead, cellsAround, countedAgainst } from './select.ts';
import { simulateWords } from './strings.ts';
import type { Desk } from './use-desk.ts';

/** What the ledger held before this visit and holds after it; where a line or cap is counted against it, how much of that is used. */
export function Cells({ desk }: { readonly desk: Desk }) {
  const say = useWords(simulateWords);
  const cells = cellsAround(desk.state);
  const pointed = useStore(hovering, ({ address }) => address);
  const lit = accumulatorsRead(desk.state, pointed);
  if (cells.length === 0) return null;
  return (
    <section aria-label={say('cells')} className={styles.cells}>
      <h3>{say('cells')}</h3>
      <dl>
        {cells.map((cell) => (
          <Cell
            key={`${cell.accumulator} ${cell.keys}`}
            cell={cell}
            against={countedAgainst(desk.state, cell.accumulator)}
            lit={lit.includes(cell.accumulator)}
          />
        ))}
      </dl>
    </section>
  );
}

const shown = (cell: CellState | undefined): string => (cell === undefined ? '0' : cell.money ? shortMoneyText(cell.value) : cell.value);

function Cell({ cell, against, lit }: { readonly cell: CellChange; readonly against: CountedAgainst | undefined; readonly lit: boolean }) {
  const say = useWords(simulateWords);
  const { before, after } = cell;
  const limit = against?.amount;
  const open = before?.open === true || after?.open === true;
  const now = after?.money === true ? after.value : undefined;
  const earlier = before?.money === true ? before.value : '0.00';
  const full = limit !== undefined && now !== undefined && shareOf(now, limit) >= 1;
  return (
    <div className={classes(styles.cell, lit && styles.lit)}>
      <dt>
        {cell.accumulator} <small>{cell.keys}</small>
      </dt>
      <dd className={classes(full && (against?.kind === 'cap' ? styles.full : styles.met))}>
        {open ? say('cellOpen') : say('cellChange', { before: shown(before), after: shown(after) })}
        {limit === undefined || open ? null : (
          <small> {say(!full ? 'cellLimit' : against?.kind === 'cap' ? 'cellFull' : 'cellMet', { limit: shortMoneyText(limit) })}</small>
        )}
      </dd>
      {limit === undefined || now === undefined || open ? null : (
        <div className={styles.bar} aria-hidden="true" title={moneyText(now)}>
          <i className={against?.kind === 'cap' ? styles.before : styles.borne} style={{ width: `${shareOf(earlier, limit) * 100}%` }} />
          <i className={styles.now} style={{ width: `${Math.max(0, shareOf(now, limit) - shareOf(earlier, limit)) * 100}%` }} />
        </div>
      )}
    </div>
  );
}
