import { documentDayOf, publishedByOf } from '../../loop/annual-draft.ts';
import type { AnnualDraft } from '../../store/annual.ts';
import { useWords } from '../../strings/use-words.ts';
import { DateField } from '../../ui/DateField.tsx';
import type { AnnualReading } from '../../worker/protocol.ts';
import styles from './Annual.module.css';
import { changeDay } from './decide.ts';
import { annualWords } from './strings.ts';

/** Asks by when a notice without a day of its own had been published: what comes later has to be put behind it. */
export function PublishedBy({ annual: found, draft }: { readonly annual: AnnualReading; readonly draft: AnnualDraft }) {
  const say = useWords(annualWords);
  const known = documentDayOf(found);
  const { dated } = found.reading;
  return (
    <>
      <DateField
        label={say('publishedBy')}
        note={draft.publishedBy === undefined && known !== undefined ? say('publishedByRead') : undefined}
        value={draft.publishedBy ?? known}
        onChange={(day) => changeDay(draft, 'publishedBy', day === known ? undefined : day)}
      />
      <div className={styles.beside}>
        {draft.publishedBy === undefined && dated ? <p className={styles.quote}>“{paragraphAt(found.text, dated.start)}”</p> : null}
        <p className={styles.why}>{publishedByOf(found, draft) === undefined ? say('publishedByNone') : say('publishedByWhy')}</p>
      </div>
    </>
  );
}

/** The paragraph of a notice that holds a place. */
const paragraphAt = (text: string, at: number): string =>
  text
    .slice(text.lastIndexOf('\n', at) + 1)
    .split('\n')[0]
    ?.trim() ?? '';
