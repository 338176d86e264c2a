import { useEffect, useState } from 'react';
import type { Answer } from '../../../runtime/answer.ts';
import { simulating } from '../../loop/loop.ts';
import { patientToStream } from '../../loop/settling.ts';
import type { SamplePatient } from '../../store/simulation.ts';
import { standsAlone } from '../../store/simulation.ts';
import { patientReplaced } from '../../store/visits.ts';
import { moneyDifference } from '../../strings/money.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Money } from '../../ui/Money.tsx';
import type { Changed } from '../../worker/protocol.ts';
import styles from './Alternatives.module.css';
import { selectStep } from './linking.ts';
import { simulateWords } from './strings.ts';
import type { Desk } from './use-desk.ts';
import { change } from './use-desk.ts';
import { applied, changeText, figureOf, questionOf, signAgainst } from './what-if.ts';

/** The desk rests so long before the alternatives are asked for. */
const REST_MS = 250;

/** Rows before the rest is asked for. */
const SHOWN = 6;

/** What was on the desk before an alternative was taken. */
interface Taken {
  readonly text: string;
  readonly before: SamplePatient;
}

/** 换一个条件会怎样: one circumstance changed at a time, what changes the result most first. Each is taken with a click, and given back. */
export function Alternatives({ desk, answer }: { readonly desk: Desk; readonly answer: Answer }) {
  const say = useWords(simulateWords);
  const found = useAlternatives(desk, answer);
  const [all, setAll] = useState(false);
  const [taken, setTaken] = useState<Taken | undefined>(undefined);
  const { patient, visit, summary } = desk;
  const now = figureOf(answer);
  if (found.length === 0 && taken === undefined) return null;
  const take = ({ change: what }: Changed): void => {
    // A rule is not the patient's to change: it is shown.
    if (what.kind === 'rule') {
      selectStep(answer, what.address);
      return;
    }
    setTaken({ text: changeText(what, visit, say), before: patient });
    change((state) => ({ ...patientReplaced(state, applied(patient, visit, what, summary)), encounterId: visit.id, step: undefined }));
  };
  const giveBack = (): void => {
    if (taken) change((state) => patientReplaced(state, taken.before));
    setTaken(undefined);
  };
  const mine = taken?.before.id === patient.id ? taken : undefined;
  return (
    <section aria-label={say('whatIf')}>
      <div className={styles.head}>
        <h3>{say('whatIf')}</h3>
        <span>{say(answer.totals ? 'whatIfFunds' : answer.sums?.entry === 'contribution' ? 'due' : 'paid')}</span>
      </div>
      {mine === undefined ? null : (
        <p className={styles.taken}>
          {say('ifTaken', { what: mine.text })}
          <Button small kind="quiet" icon="reverse" onClick={giveBack}>
            {say('ifGiveBack')}
          </Button>
        </p>
      )}
      <table className={styles.table}>
        <tbody>
          {(all ? found : found.slice(0, SHOWN)).map((one) => {
            const other = figureOf(one);
            return (
              <tr key={JSON.stringify(one.change)}>
                <th scope="row">
                  <button
                    type="button"
                    className={styles.take}
                    title={say(one.change.kind === 'rule' ? 'showRule' : 'ifTake')}
                    onClick={() => take(one)}
                  >
                    {changeText(one.change, visit, say)}
                  </button>
                </th>
                {other !== undefined && (one.status === 'settled' || (one.status === 'ineligible' && now !== undefined)) ? (
                  <>
                    <td>
                      <Money yuan={other} />
                    </td>
                    <td className={now === undefined ? undefined : toneOf(signAgainst(other, now))}>
                      {one.same || now === undefined ? (
                        say(one.same ? 'unchanged' : one.status)
                      ) : signAgainst(other, now) === 0 ? (
                        say('unchanged')
                      ) : (
                        <Money plus yuan={moneyDifference(other, now)} />
                      )}
                    </td>
                  </>
                ) : (
                  <td colSpan={2}>{one.same ? say('unchanged') : say(one.status)}</td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      {found.length <= SHOWN ? null : (
        <Button small kind="quiet" icon={all ? 'chevronUp' : 'chevronDown'} onClick={() => setAll(!all)}>
          {say(all ? 'ifFewer' : 'ifMore', { count: found.length - SHOWN })}
        </Button>
      )}
    </section>
  );
}

const toneOf = (sign: number): string | undefined => (sign > 0 ? styles.more : sign < 0 ? styles.less : styles.same);

/** Asks once the desk has rested; answers to an earlier desk are dropped. */
function useAlternatives(desk: Desk, answer: Answer): readonly Changed[] {
  const { patient, visit, summary } = desk;
  const { knownOn, suppose } = desk.state;
  const [found, setFound] = useState<readonly Changed[]>([]);
  useEffect(() => {
    let late = false;
    const timer = setTimeout(() => {
      // The answer stands for text, suppositions and known day alike: it is asked again when one of them changes.
      if (!standsAlone(visit) || answer.event !== visit.id || (suppose === undefined && knownOn === undefined)) return;
      const stream = patientToStream(patient, summary);
      const encounters = stream.encounters.slice(0, patient.encounters.indexOf(visit) + 1);
      void simulating()
        .whatIf({ ...stream, encounters }, questionOf(summary))
        .then((changed) => {
          if (!late) setFound(changed);
        });
    }, REST_MS);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [patient, visit, summary, answer, knownOn, suppose]);
  return found;
}
