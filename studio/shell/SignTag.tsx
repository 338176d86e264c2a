import { useEffect } from 'react';
import { useStore } from 'zustand';
import { lookSigning } from '../loop/signing.ts';
import { useLater } from '../loop/use-later.ts';
import { analysis } from '../store/analysis.ts';
import { checking } from '../store/checking.ts';
import { layout } from '../store/layout.ts';
import { signing, signoffPaths, signStateOf } from '../store/signing.ts';
import { workspace } from '../store/workspace.ts';
import { useWords } from '../strings/use-words.ts';
import { SIGN_TONE } from '../ui/sign-tone.ts';
import { Tag } from '../ui/Tag.tsx';
import styles from './SignTag.module.css';
import { shellWords } from './strings.ts';

/** Compiling to compare digests waits until the hand rests. */
const REST_MS = 900;
const WORD = { draft: 'signDraft', sent: 'signSent', returned: 'signReturned', signed: 'signSigned', changed: 'signChanged' } as const;

/** How far the text of the chosen policy's folder has come: draft, sent, signed off, or changed since. Leads to the sign-off. */
export function SignTag() {
  const say = useWords(shellWords);
  const policy = useStore(workspace, (now) => now.policy);
  const version = useLater(workspace, (now) => now.version);
  const analysed = useLater(analysis, (now) => now.version);
  const folder = useLater(analysis, (now) => now.analysis?.declared.find((one) => one.name === policy)?.folder);
  const records = useLater(workspace, (now) => (folder === undefined ? 0 : signoffPaths(now, folder).length));
  const state = useStore(signing);
  useEffect(() => {
    if (folder === undefined || records === 0 || analysed !== version) return undefined;
    if (state.folder === folder && state.version === version) return undefined;
    const timer = setTimeout(() => void lookSigning(folder), REST_MS);
    return () => clearTimeout(timer);
  }, [folder, records, analysed, version, state.folder, state.version]);

  if (folder === undefined) return null;
  const how = records > 0 && state.folder === folder ? signStateOf(state) : 'draft';
  return (
    <button
      type="button"
      className={styles.sign}
      title={say('signShow')}
      onClick={() => {
        checking.setState({ section: 'signoff' });
        layout.setState({ view: 'check' });
      }}
    >
      <Tag tone={SIGN_TONE[how]} {...(how === 'signed' ? { icon: 'shield' as const } : {})}>
        {say(WORD[how])}
      </Tag>
    </button>
  );
}
