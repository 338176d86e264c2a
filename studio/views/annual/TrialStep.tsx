import { useStore } from 'zustand';
import type { ChangeWitnesses } from '../../../language/compare/witnesses.ts';
import type { Trait } from '../../../language/compare/wording.ts';
import { stopAnnualTrial, tryAnnual } from '../../loop/annual.ts';
import type { AnnualDraft } from '../../store/annual.ts';
import { annualFound } from '../../store/annual-found.ts';
import type { Say } from '../../strings/strings.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Live } from '../../ui/Live.tsx';
import { Money } from '../../ui/Money.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import type { AnnualReading } from '../../worker/protocol.ts';
import page from './Annual.module.css';
import { annualWords } from './strings.ts';
import styles from './TrialStep.module.css';

type SayAnnual = Say<(typeof annualWords)['book']>;

/** For whom the change is something: each change alone, with the smallest patient who notices. */
export function TrialStep({ annual: found, draft }: { readonly annual: AnnualReading; readonly draft: AnnualDraft }) {
  const say = useWords(annualWords);
  const { tried, trying, tryFailed, written } = useStore(annualFound);
  const compared = tried?.witnesses;
  const errors = (written?.findings ?? []).filter(({ severity }) => severity === 'error').length;
  const stale = tried !== undefined && tried.text !== written?.text;
  return (
    <div className={page.page} data-pane="trial" tabIndex={-1}>
      <div className={page.sheet} style={{ maxWidth: 1040 }}>
        <h2>{say('tryTitle')}</h2>
        <p className={page.lead}>{say('tryWhy')}</p>
        <div className={page.row}>
          {trying ? (
            <>
              <ProgressBar done={trying.done} total={trying.total} label={say('tryTitle')} said={say('trying', trying)} />
              <Button small onClick={stopAnnualTrial}>
                {say('stop')}
              </Button>
            </>
          ) : (
            <Button icon="simulate" onClick={() => void tryAnnual()}>
              {tried ? say('tryAgain') : say('tryNow')}
            </Button>
          )}
          {stale ? <span className={styles.stale}>{say('tryStale')}</span> : null}
        </div>
        {tryFailed ? <Notice tone="verm" icon="blocked" title={say('tryFailed')} /> : null}
        {compared?.part === 'problem' ? (
          <Notice tone="ochre" icon="open" title={errors > 0 ? say('hasProblems', { count: errors }) : say('tryProblem')}>
            {errors > 0 ? say('tryErrors') : null}
          </Notice>
        ) : null}
        {compared?.part === 'witnesses' ? <Witnesses changes={compared.changes} annual={found} draft={draft} /> : null}
        <Live text={trying ? '' : compared?.part === 'witnesses' ? say('tryTitle') : ''} />
      </div>
    </div>
  );
}

function Witnesses({
  changes,
  annual: found,
}: {
  readonly changes: readonly ChangeWitnesses[];
  readonly annual: AnnualReading;
  readonly draft: AnnualDraft;
}) {
  const say = useWords(annualWords);
  const language = useLanguage();
  const nameOf = ({ unit }: ChangeWitnesses): string => {
    switch (unit.kind) {
      case 'value':
        return found.values.find(({ path }) => path === unit.address)?.words[language] ?? unit.address;
      case 'newBenefit':
        return say('newBenefit', { name: unit.name });
      case 'goneBenefit':
        return say('goneBenefit', { name: unit.name });
      case 'rules':
        return say('otherRules');
    }
  };
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{say('change')}</th>
          <th scope="col">{say('patient')}</th>
          <th scope="col" className={styles.number}>
            {say('bill')}
          </th>
          <th scope="col" className={styles.number}>
            {say('paidBefore')}
          </th>
          <th scope="col" className={styles.number}>
            {say('paidAfter')}
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => {
          // From one yuan on; a change that is less than that for everybody is shown by its fen.
          const witness = change.witnesses[1] ?? change.witnesses[0];
          const name = nameOf(change);
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              {witness ? (
                <>
                  <td>{witness.traits.map((trait) => traitText(trait, say)).join('，') || say('everyone')}</td>
                  <td className={styles.number}>{witness.bill === undefined ? '' : <Money yuan={witness.bill} />}</td>
                  <td className={styles.number}>{amountOf(witness.before, say)}</td>
                  <td className={styles.number}>{amountOf(witness.after, say)}</td>
                </>
              ) : (
                <td colSpan={4} className={styles.none}>
                  {change.alone ? say('nobody') : say('notAlone')}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function amountOf(side: { readonly status: string; readonly amount?: string }, say: SayAnnual) {
  if (side.amount !== undefined) return <Money yuan={side.amount} strong />;
  return side.status === 'open' ? say('statusOpen') : say('statusRefused');
}

function traitText(trait: Trait, say: SayAnnual): string {
  const { field, members, from, to, since, until, value } = trait;
  if (members) return `${field} ${members.join('、')}`;
  if (from !== undefined && to !== undefined) return `${field} ${from === to ? from : say('span', { from, to })}`;
  if (from !== undefined) return `${field} ${say('atLeast', { from })}`;
  if (to !== undefined) return `${field} ${say('upTo', { to })}`;
  if (since !== undefined || until !== undefined) return `${field} ${[since, until].filter(Boolean).join('–')}`;
  if (typeof value === 'boolean') return value ? field : `${field}: ×`;
  return value === undefined ? field : `${field} ${Array.isArray(value) ? value.join('、') : String(value)}`;
}
