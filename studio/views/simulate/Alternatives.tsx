import { useEffect, useState } from 'react';
import type { Answer, Yuan } from '../../../runtime/answer.ts';
import { settleBeside } from '../../loop/loop.ts';
import { patientToStream } from '../../loop/settling.ts';
import { compareMoney, moneyDifference } from '../../strings/money.ts';
import { useWords } from '../../strings/use-words.ts';
import { Money } from '../../ui/Money.tsx';
import styles from './Alternatives.module.css';
import type { Alternative } from './alternatives.ts';
import { alternativesTo } from './alternatives.ts';
import { simulateWords } from './strings.ts';
import type { Desk } from './use-desk.ts';

/** The desk rests so long before the alternatives are asked for. */
const REST_MS = 300;

/** Rows of the table. */
const SHOWN = 6;

interface Answered {
  readonly alternative: Alternative;
  readonly answer: Answer;
}

/** What the funds would pay with one circumstance changed; the answers are the evaluator's own. */
export function Alternatives({ desk, answer }: { readonly desk: Desk; readonly answer: Answer }) {
  const say = useWords(simulateWords);
  const answered = useAlternatives(desk, answer);
  if (answered.length === 0 || !answer.totals) return null;
  const { funds } = answer.totals;
  return (
    <section aria-label={say('whatIf')}>
      <div className={styles.head}>
        <h3>{say('whatIf')}</h3>
        <span>{say('whatIfFunds')}</span>
      </div>
      <table className={styles.table}>
        <tbody>
          {tellingFirst(answered, funds).map(({ alternative, answer: other }) => (
            <tr key={alternative.key}>
              <th scope="row">{differenceText(alternative, say)}</th>
              {other.totals && (other.status === 'settled' || other.status === 'ineligible') ? (
                <>
                  <td>
                    <Money yuan={other.totals.funds} />
                  </td>
                  <td className={toneOf(compareMoney(other.totals.funds, funds))}>
                    {compareMoney(other.totals.funds, funds) === 0 ? (
                      say('unchanged')
                    ) : (
                      <Money plus yuan={moneyDifference(other.totals.funds, funds)} />
                    )}
                  </td>
                </>
              ) : (
                <td colSpan={2}>{say(other.status)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What changes the result comes first; a few that do not are worth knowing too. */
const tellingFirst = (answered: readonly Answered[], funds: Yuan): readonly Answered[] => {
  const same = ({ answer }: Answered): boolean => answer.totals !== undefined && compareMoney(answer.totals.funds, funds) === 0;
  return [...answered.filter((one) => !same(one)), ...answered.filter(same)].slice(0, SHOWN);
};

const toneOf = (sign: number): string | undefined => (sign > 0 ? styles.more : sign < 0 ? styles.less : styles.same);

const differenceText = ({ difference }: Alternative, say: ReturnType<typeof useWords<(typeof simulateWords)['book']>>): string => {
  switch (difference.kind) {
    case 'alone':
      return say('ifAlone');
    case 'person':
      return say('ifPerson', { field: difference.field, value: difference.value });
    case 'visit':
      return say('ifVisit', { field: difference.field, value: difference.value });
    case 'day':
      return say('ifDay', { day: difference.day });
  }
};

/** Asks once the desk has rested; answers to an earlier desk are dropped. */
function useAlternatives(desk: Desk, answer: Answer): readonly Answered[] {
  const { patient, visit, summary } = desk;
  const { knownOn, suppose } = desk.state;
  const [answered, setAnswered] = useState<readonly Answered[]>([]);
  useEffect(() => {
    let late = false;
    // Read again here: the answer stands for text, suppositions and known day alike.
    const about =
      answer.event === visit.id && (knownOn === undefined || suppose !== undefined) ? alternativesTo(patient, visit, summary) : [];
    const timer = setTimeout(() => {
      void Promise.all(
        about.map(async (alternative) => {
          const settlement = await settleBeside(patientToStream(alternative.patient, summary));
          const other = settlement?.answers.at(-1);
          return other === undefined ? [] : [{ alternative, answer: other }];
        }),
      ).then((all) => {
        if (!late) setAnswered(all.flat());
      });
    }, REST_MS);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [patient, visit, summary, answer, knownOn, suppose]);
  return answered;
}
