import { useEffect } from 'react';
import { useStore } from 'zustand';
import { lookReturned, lookReturnedDrafts, openReturned, openReturnedDraft } from '../loop/returned.ts';
import { useLater } from '../loop/use-later.ts';
import { analysis } from '../store/analysis.ts';
import { returned } from '../store/returned.ts';
import { workspace } from '../store/workspace.ts';
import { useWords } from '../strings/use-words.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './StatusBar.module.css';
import { shellWords } from './strings.ts';

/** Settling those who were given back waits until the hand rests. */
const REST_MS = 1200;

/** The draft came back from the reviewer: how many patients, why the first, and the way to it. Gone as soon as none of them differs. */
export function ReturnedTag() {
  const say = useWords(shellWords);
  const version = useLater(workspace, (now) => now.version);
  const analysed = useLater(analysis, (now) => now.version);
  const { patients, drafts } = useStore(returned);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked again at each text
  useEffect(() => lookReturnedDrafts(), [version]);
  useEffect(() => {
    if (analysed !== version) return undefined;
    const timer = setTimeout(() => void lookReturned(), REST_MS);
    return () => clearTimeout(timer);
  }, [analysed, version]);
  const [first] = patients;
  const [draft] = drafts;
  if (draft)
    return (
      <button
        type="button"
        className={styles.returned}
        title={say('returnedDraftWhy', { by: draft.by, reason: draft.reason })}
        onClick={() => openReturnedDraft(draft)}
      >
        <Icon name="reverse" size={14} /> {say('returnedDraft')}
      </button>
    );
  if (!first) return null;
  return (
    <button
      type="button"
      className={styles.returned}
      title={say('returnedWhy', { name: first.name, reason: first.reason })}
      onClick={() => openReturned(first)}
    >
      <Icon name="reverse" size={14} /> {say('returnedIn', { count: patients.length })}
    </button>
  );
}
