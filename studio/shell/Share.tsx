import { useState } from 'react';
import { useStore } from 'zustand';
import { linkToHere } from '../loop/route.ts';
import { layout } from '../store/layout.ts';
import { currentPatient, simulation } from '../store/simulation.ts';
import { workspace } from '../store/workspace.ts';
import { useWords } from '../strings/use-words.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Floating.tsx';
import styles from './Share.module.css';
import { shellWords } from './strings.ts';

/** Longer links are cut off by some messengers. */
const SAFE_LENGTH = 2000;

const close = (): void => layout.setState({ overlay: undefined });

/** A link that restores what is on the screen; its size is shown before it is copied. */
export function Share() {
  const say = useWords(shellWords);
  const policy = useStore(workspace, (now) => now.policy);
  const can = useStore(simulation, (now) => currentPatient(now)?.policy === policy && policy !== undefined);
  const [withCase, setWithCase] = useState(false);
  const [copied, setCopied] = useState('');
  const link = linkToHere(withCase && can);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(link);
    setCopied(link);
  };
  return (
    <Dialog
      open
      title={say('share')}
      width={560}
      onClose={close}
      foot={
        <Button kind="primary" icon="copy" onClick={() => void copy()}>
          {say(copied === link ? 'shareCopied' : 'shareCopy')}
        </Button>
      }
    >
      <p className={styles.what}>{say('shareWhat')}</p>
      <label className={styles.choice}>
        <input type="checkbox" checked={withCase && can} disabled={!can} onChange={(event) => setWithCase(event.target.checked)} />
        <span>
          {say('shareCase')}
          <small>{say(can ? 'shareNoName' : 'shareNoCase')}</small>
        </span>
      </label>
      <textarea
        className={styles.link}
        readOnly
        rows={4}
        aria-label={say('shareLink')}
        value={link}
        onFocus={(event) => event.target.select()}
      />
      <p className={styles.what}>
        {say(link.length > SAFE_LENGTH ? 'shareLong' : 'shareSize', { size: link.length.toLocaleString('en-US') })}
      </p>
    </Dialog>
  );
}
