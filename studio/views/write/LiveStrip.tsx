import { useStore } from 'zustand';
import type { Status } from '../../../runtime/answer.ts';
import { PayerBar, PayerDot } from '../../charts/PayerBar.tsx';
import { settle } from '../../commands/settle.ts';
import { useLater } from '../../loop/use-later.ts';
import { analysis, summaryOf } from '../../store/analysis.ts';
import { currentEncounter, currentPatient, simulation } from '../../store/simulation.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Money } from '../../ui/Money.tsx';
import { Tag } from '../../ui/Tag.tsx';
import styles from './LiveStrip.module.css';
import { writeWords } from './strings.ts';

const WORD: Readonly<Record<Status, 'settled' | 'blocked' | 'missing' | 'ineligible' | 'refused' | 'violation'>> = {
  settled: 'settled',
  open: 'blocked',
  missing: 'missing',
  ineligible: 'ineligible',
  refused: 'refused',
  violation: 'violation',
};

/** What the sample patient on the desk gets by the text as it is being written. */
export function LiveStrip({ policy }: { readonly policy: string | undefined }) {
  const say = useWords(writeWords);
  const patient = useStore(simulation, currentPatient);
  const encounter = useStore(simulation, currentEncounter);
  const answer = useStore(simulation, (now) =>
    now.settledPatient === patient?.id ? now.settlement?.answers.find(({ event }) => event === encounter?.id) : undefined,
  );
  const fresh = useLater(analysis, (now) => summaryOf(now, policy)?.fresh !== false);
  const day = useLater(analysis, (now) => summaryOf(now, policy)?.summary.versionDay);
  if (!patient || !encounter || patient.policy !== policy) {
    return (
      <div className={styles.strip}>
        <div className={styles.head}>
          <b>{say('tryLive')}</b>
          <span className={styles.grow} />
          <Button small icon="person" onClick={settle.run}>
            {say('putPatient')}
          </Button>
        </div>
      </div>
    );
  }
  const totals = answer?.totals;
  const date = day === undefined ? undefined : encounter.fields[day];
  return (
    <div className={classes(styles.strip, !fresh && styles.stale)}>
      <div className={styles.head}>
        <b>{say('tryLive')}</b>
        <span className={styles.who}>{[patient.name, typeof date === 'string' ? date : ''].filter(Boolean).join(' · ')}</span>
        <span className={styles.grow} />
        {answer && answer.status !== 'settled' ? (
          <Tag tone={answer.status === 'open' || answer.status === 'missing' ? 'ochre' : 'verm'}>{say(WORD[answer.status])}</Tag>
        ) : null}
        <Button small kind="quiet" onClick={settle.run}>
          {say('simulate')}
        </Button>
      </div>
      {totals ? (
        <>
          <PayerBar
            whole={totals.total}
            shares={[
              { name: say('funds'), amount: totals.funds, tone: 'fund' },
              { name: say('account'), amount: totals.account, tone: 'acct' },
              { name: say('cash'), amount: totals.cash, tone: 'cash' },
            ]}
          />
          <dl className={styles.figures}>
            <div>
              <dt>{say('total')}</dt>
              <dd>
                <Money yuan={totals.total} />
              </dd>
            </div>
            <div>
              <dt>
                <PayerDot tone="fund" /> {say('funds')}
              </dt>
              <dd>
                <Money yuan={totals.funds} />
              </dd>
            </div>
            <div>
              <dt>
                <PayerDot tone="cash" /> {say('personal')}
              </dt>
              <dd>
                <Money yuan={totals.personal} />
              </dd>
            </div>
          </dl>
        </>
      ) : null}
    </div>
  );
}
