import { useStore } from 'zustand';
import { analysis } from '../../store/analysis.ts';
import type { AnnualDraft } from '../../store/annual.ts';
import { annual, withDraft } from '../../store/annual.ts';
import { useWords } from '../../strings/use-words.ts';
import styles from './Annual.module.css';
import { annualWords } from './strings.ts';

/** From which version the change starts: the law as it stands, or one amendment left out of account. */
export function VersionStep({ draft }: { readonly draft: AnnualDraft }) {
  const say = useWords(annualWords);
  const declared = useStore(analysis, (state) => state.analysis?.declared.find(({ name }) => name === draft.policy));
  const amendments = (declared?.files ?? []).filter((path) => path.includes('/amendments/'));
  const choose = (aside: string | undefined) =>
    annual.setState((state) => {
      const { aside: _, ...rest } = draft;
      return aside === undefined
        ? { ...state, drafts: { ...state.drafts, [draft.policy]: { ...rest, decisions: {}, typed: {}, quotes: {} } } }
        : withDraft(state, draft.policy, { aside });
    });
  return (
    <div className={styles.page} data-pane="version" tabIndex={-1}>
      <div className={styles.sheet}>
        <h2>{say('versionTitle')}</h2>
        <p className={styles.lead}>{say('versionWhy')}</p>
        <fieldset className={styles.choices}>
          <legend className="unseen">{say('versionTitle')}</legend>
          <label className={styles.choice}>
            <input type="radio" name="version" checked={draft.aside === undefined} onChange={() => choose(undefined)} />
            <b>{say('asItStands')}</b>
            <span />
            <small>{say('asItStandsWhy')}</small>
          </label>
          {amendments.map((path) => (
            <label key={path} className={styles.choice}>
              <input type="radio" name="version" checked={draft.aside === path} onChange={() => choose(path)} />
              <b>{say('without', { name: nameOf(path) })}</b>
              <span />
              <small>{say('withoutWhy')}</small>
            </label>
          ))}
        </fieldset>
      </div>
    </div>
  );
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.yice$/u, '');
