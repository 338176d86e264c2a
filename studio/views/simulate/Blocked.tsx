import type { Answer } from '../../../runtime/answer.ts';
import type { SourceRange } from '../../../runtime/ir/types.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Notice.tsx';
import { Excerpt } from './Excerpt.tsx';
import { simulateWords } from './strings.ts';
import type { Desk } from './use-desk.ts';
import { change } from './use-desk.ts';
import styles from './Why.module.css';

interface Ground {
  readonly name: string;
  readonly reason: string;
  readonly source: SourceRange;
}

/** A reversal is explained by the visit that it voids. */
export function Reversed({ desk, of }: { readonly desk: Desk; readonly of: string }) {
  const say = useWords(simulateWords);
  const number = desk.patient.encounters.findIndex(({ id }) => id === of) + 1;
  return (
    <Empty
      title={say('reversalWhy')}
      actions={
        <Button onClick={() => change((now) => ({ ...now, encounterId: of, step: undefined }))}>{say('seeVisit', { number })}</Button>
      }
    >
      {say('reversalWhyText', { number })}
    </Empty>
  );
}

/** Where there is no amount: the rules that are open, or that say the person is not eligible, on their own text. */
export function Blocked({ answer }: { readonly answer: Answer | undefined }) {
  const say = useWords(simulateWords);
  const grounds: readonly Ground[] =
    answer?.status === 'ineligible'
      ? answer.ineligible.flatMap(({ name, reason, source }) => (source ? [{ name, reason, source }] : []))
      : (answer?.open.map(({ address, reason, source }) => ({ name: address, reason, source })) ?? []);
  if (answer === undefined || grounds.length === 0) {
    return <Empty title={say('whyEmpty')}>{say(answer === undefined ? 'whyEmptyHint' : 'whyBlockedHint')}</Empty>;
  }
  return (
    <>
      <div className={styles.head}>
        <h3>{say(answer.status === 'ineligible' ? 'ineligibleRule' : 'openRule')}</h3>
      </div>
      {grounds.map(({ name, reason, source }) => (
        <section key={`${name} ${reason}`} aria-label={name}>
          <p className={styles.ground}>
            <b>{name}</b> {reason}
          </p>
          <Excerpt focus={source} paints={[{ range: source, tone: 'open' }]} />
        </section>
      ))}
    </>
  );
}
