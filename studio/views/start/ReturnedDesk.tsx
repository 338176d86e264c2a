import { useStore } from 'zustand';
import { openReturned, openReturnedDraft } from '../../loop/returned.ts';
import { returned } from '../../store/returned.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './Start.module.css';
import { startWords } from './strings.ts';

/** Patients named; the others are counted. */
const MOST = 4;

/** “510700-绵阳市” as it is called. */
const areaOf = (folder: string): string => folder.replace(/^\d{6}-/, '');

/** What the reviewer gave back, with the reasons: the first thing that an author should see. */
export function ReturnedDesk() {
  const say = useWords(startWords);
  const { patients, drafts } = useStore(returned);
  if (patients.length + drafts.length === 0) return null;
  return (
    <>
      {drafts.map((draft) => (
        <section
          key={draft.folder}
          className={styles.returned}
          aria-label={say('draftReturned', { by: draft.by, area: areaOf(draft.folder) })}
        >
          <Notice
            tone="ochre"
            icon="reverse"
            title={say('draftReturned', { by: draft.by, area: areaOf(draft.folder) })}
            actions={<Button onClick={() => openReturnedDraft(draft)}>{say('draftShow')}</Button>}
          >
            {say('returnedReason', { reason: draft.reason })}
          </Notice>
        </section>
      ))}
      {patients.length === 0 ? null : (
        <section className={styles.returned} aria-label={say('returned', { count: patients.length })}>
          <Notice tone="ochre" icon="reverse" title={say('returned', { count: patients.length })}>
            <p>{say('returnedHow')}</p>
            <ul>
              {patients.slice(0, MOST).map((one) => (
                <li key={`${one.path} ${one.id}`}>
                  <span>
                    <b>{one.name}</b> {one.policy} · {say('returnedReason', { reason: one.reason })}
                  </span>
                  <Button small onClick={() => openReturned(one)}>
                    {say('returnedShow')}
                  </Button>
                </li>
              ))}
            </ul>
            {patients.length > MOST ? <p>{say('returnedMore', { count: patients.length - MOST })}</p> : null}
          </Notice>
        </section>
      )}
    </>
  );
}
