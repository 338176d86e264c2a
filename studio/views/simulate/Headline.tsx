import type { Answer } from '../../../runtime/answer.ts';
import { PayerDot } from '../../charts/PayerBar.tsx';
import { useWords } from '../../strings/use-words.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Money } from '../../ui/Money.tsx';
import type { PolicySummary } from '../../worker/protocol.ts';
import styles from './Result.module.css';
import type { HeadlineFigure } from './select.ts';
import { balanceLine, headlineOf } from './select.ts';
import { simulateWords } from './strings.ts';

/** The total and who pays it, large; at the right the sum that shows nothing is lost. */
export function Headline({ answer, summary }: { readonly answer: Answer; readonly summary: PolicySummary }) {
  const say = useWords(simulateWords);
  const figures = headlineOf(answer, summary);
  const balance = balanceLine(figures);
  return (
    <dl className={styles.headline}>
      {figures.map((figure) => (
        <div key={figure.key} className={figure.role === 'payer' ? styles.payer : undefined}>
          <dt>
            {figure.tone === 'ghost' ? null : <PayerDot tone={figure.tone} />}
            {figureName(figure, say)}
            {figure.shareOpen ? <small> {say('sharesOpen')}</small> : null}
          </dt>
          <dd>
            <Money yuan={figure.amount} />
          </dd>
        </div>
      ))}
      {balance === undefined ? null : (
        <div className={styles.balance}>
          <dt className={balance.holds ? styles.holds : styles.differs}>
            <Icon name={balance.holds ? 'holds' : 'differs'} size={14} /> {say(balance.holds ? 'equalToTheFen' : 'notEqual')}
          </dt>
          <dd>{balance.text}</dd>
        </div>
      )}
    </dl>
  );
}

/** The name of a figure; payers are named as the policy names them. */
export const figureName = (figure: HeadlineFigure, say: ReturnType<typeof useWords<(typeof simulateWords)['book']>>): string => {
  switch (figure.role) {
    case 'payer':
      return figure.payers.join(say('listed'));
    case 'deferred':
      return say('deferredBy', { payer: figure.payers.join(say('listed')) });
    case 'total':
    case 'paid':
    case 'due':
    case 'account':
    case 'cash':
    case 'personal':
      return say(figure.role);
  }
};
