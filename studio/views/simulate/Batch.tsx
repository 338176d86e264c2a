import type { Answer } from '../../../runtime/answer.ts';
import type { Item, SampleEncounter } from '../../store/simulation.ts';
import { isZero, moneyText } from '../../strings/money.ts';
import { useWords } from '../../strings/use-words.ts';
import { Money } from '../../ui/Money.tsx';
import styles from './Result.module.css';
import { allottedOf } from './select.ts';
import { simulateWords } from './strings.ts';

/** 拨付: what each item of the batch gets, and who took what rounding left. */
export function Batch({ answer, visit }: { readonly answer: Answer; readonly visit: SampleEncounter }) {
  const say = useWords(simulateWords);
  return allottedOf(answer).map(({ address, allotted: { members, pool, remainder, taker } }) => (
    <section key={address} className={styles.batch} aria-label={say('batch', { address })}>
      <h3>
        {say('batch', { address })}
        {pool === undefined ? null : <small>{say('batchPool', { pool: moneyText(pool) })}</small>}
      </h3>
      <table>
        <tbody>
          {members.map(({ item, amount }) => (
            <tr key={item}>
              <th scope="row">
                {say('itemNumber', { number: item })} <small>{nameOf(visit, item - 1)}</small>
              </th>
              <td>
                <Money yuan={amount} />
              </td>
              <td>{taker === item && remainder !== undefined ? say('batchRemainder', { amount: moneyText(remainder) }) : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {taker === undefined && remainder !== undefined && !isZero(remainder) ? (
        <p>{say('batchKept', { amount: moneyText(remainder) })}</p>
      ) : null}
    </section>
  ));
}

/** What tells an item apart: its first field that is a name. */
function nameOf({ lists = {} }: SampleEncounter, at: number): string {
  const item = Object.values(lists)
    .map((all): Item | undefined => all[at])
    .find((one) => one !== undefined);
  const name = Object.values(item ?? {}).find((value) => typeof value === 'string' && !/^-?[\d.]+$/.test(value));
  return typeof name === 'string' ? name : '';
}
