import { useStore } from 'zustand';
import { annualPath } from '../../loop/annual.ts';
import { documentDayOf, publishedOf } from '../../loop/annual-draft.ts';
import type { AnnualDraft } from '../../store/annual.ts';
import { annualFound } from '../../store/annual-found.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Tag } from '../../ui/Tag.tsx';
import type { AnnualReading } from '../../worker/protocol.ts';
import page from './Annual.module.css';
import styles from './FinishStep.module.css';
import { PublishedBy } from './PublishedBy.tsx';
import { nothingDecided, rowsOf } from './select.ts';
import { annualWords } from './strings.ts';
import { Undated } from './Undated.tsx';
import { WrittenText } from './WrittenText.tsx';

/** Of what stood before the amendment. */
const OLD_STATE: ReadonlySet<string> = new Set(['timeline/wrong-old-value', 'timeline/unknown-path']);

/** What will be written, what the compiler says of it, and the way to write it. */
export function FinishStep({ annual: found, draft }: { readonly annual: AnnualReading; readonly draft: AnnualDraft }) {
  const say = useWords(annualWords);
  const language = useLanguage();
  const written = useStore(annualFound, (state) => state.written);
  const rows = rowsOf(found, draft, written);
  const findings = written?.findings ?? [];
  const errors = findings.filter(({ severity }) => severity === 'error');
  const rest = findings.filter(({ severity }) => severity !== 'error');
  const nothing = nothingDecided(rows);
  // The field stays where it is once a day is in it.
  const asksDay = !nothing && publishedOf(found, draft) === undefined && documentDayOf(found) === undefined;
  return (
    <div className={page.page} data-pane="finish" tabIndex={-1}>
      <div className={page.sheet} style={{ maxWidth: 1040 }}>
        <h2>{say('finishTitle')}</h2>
        <p className={page.lead}>
          {say('finishWhy', { path: annualPath() })} {draft.aside === undefined ? null : <Tag tone="ochre">{say('replaces')}</Tag>}
        </p>
        {nothing ? (
          <Notice tone="plain" icon="info" title={say('nothingToWrite')} />
        ) : errors.length === 0 ? (
          <Notice tone="jade" icon="holds" title={say('holds')}>
            {rows.count.todo > 0 ? say('undecidedLeft', { count: rows.count.todo }) : null}
          </Notice>
        ) : (
          <Notice tone="verm" icon="blocked" title={say('hasProblems', { count: errors.length })} />
        )}
        {errors.some(({ code }) => OLD_STATE.has(code)) ? <Undated paths={found.undated} /> : null}
        {asksDay ? (
          <Notice tone="ochre" icon="open" title={say('publishedAsk')}>
            {say('publishedAskWhy')}
            <div className={classes(page.days, styles.day)}>
              <PublishedBy annual={found} draft={draft} />
            </div>
          </Notice>
        ) : null}
        {findings.length > 0 ? (
          <ul className={styles.findings}>
            {[...errors, ...rest].map((one, at) => (
              // Two findings may say the same of two places.
              // biome-ignore lint/suspicious/noArrayIndexKey: a list that is made anew each time
              <li key={at}>
                <Tag tone={one.severity === 'error' ? 'verm' : one.severity === 'warning' ? 'ochre' : 'plain'}>{one.code}</Tag>
                <div>
                  <b>{one.what[language]}</b> {one.own ? null : <small>{say('otherFiles')}</small>}
                  <p>{one.remedy[language]}</p>
                  <code>{one.line}</code>
                </div>
              </li>
            ))}
          </ul>
        ) : null}
        <WrittenText text={written?.text} empty={nothing} />
        <div className={page.row}>
          <Button icon="copy" disabled={!written} onClick={() => void navigator.clipboard.writeText(written?.text ?? '')}>
            {say('copyText')}
          </Button>
        </div>
      </div>
    </div>
  );
}
