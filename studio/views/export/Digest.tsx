import { useState } from 'react';
import { build } from '../../loop/loop.ts';
import { groupsOf } from '../../strings/digests.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import styles from './Digest.module.css';
import { exportWords } from './strings.ts';

/** How many groups one recognises a bundle by. */
const RECOGNISED = 3;
const GROUPS = 16;

/** The digest in groups of four: the first three to recognise, all sixteen to verify. */
export function Digest({
  digest,
  dim,
  busy,
  folder,
}: {
  readonly digest: string | undefined;
  readonly dim: boolean;
  readonly busy: boolean;
  readonly folder: string;
}) {
  const say = useWords(exportWords);
  const [said, setSaid] = useState<{ readonly of: string; readonly text: string; readonly holds: boolean }>();
  const groups = digest === undefined ? Array.from({ length: GROUPS }, () => '----') : groupsOf(digest);
  const again = async (): Promise<void> => {
    const result = await build(folder);
    if (!result?.ok || digest === undefined) return;
    const holds = result.digest === digest;
    setSaid({ of: digest, text: say(holds ? 'same' : 'differs'), holds });
  };
  const copy = async (): Promise<void> => {
    if (digest === undefined) return;
    await navigator.clipboard.writeText(digest);
    setSaid({ of: digest, text: say('copied'), holds: true });
  };
  return (
    <>
      <ol className={classes(styles.digest, dim && styles.dim)} aria-label={say('digest')} aria-busy={busy}>
        {groups.map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place; two may read alike
          <li key={index} className={classes(index < RECOGNISED && styles.first)}>
            {group}
          </li>
        ))}
      </ol>
      <p className={styles.words}>{say('sameText')}</p>
      <div className={styles.acts}>
        <Button small icon="copy" disabled={digest === undefined} onClick={() => void copy()}>
          {say('copy')}
        </Button>
        <Button small icon="reverse" disabled={digest === undefined} onClick={() => void again()}>
          {say('again')}
        </Button>
        <span role="status" className={classes(said?.holds ? styles.jade : styles.verm)}>
          {said?.of === digest ? said?.text : ''}
        </span>
      </div>
    </>
  );
}
