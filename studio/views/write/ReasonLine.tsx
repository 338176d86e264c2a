import { useState } from 'react';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './SentenceDock.module.css';
import { sourceWords } from './source-strings.ts';

const READY = {
  notARule: ['statistics', 'dates', 'example', 'elsewhere', 'question'],
  open: ['missingNumber', 'missingUnit', 'missingDay'],
  unexpressed: ['elsewhere'],
} as const;

/** The reason, chosen or typed: nothing is set aside or left open without one. */
export function ReasonLine({
  kind,
  onWrite,
  onBack,
}: {
  readonly kind: keyof typeof READY;
  readonly onWrite: (why: string) => void;
  readonly onBack: () => void;
}) {
  const say = useWords(sourceWords);
  const [why, setWhy] = useState('');
  const ready = why.trim() !== '';
  return (
    <form
      className={styles.reason}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onWrite(why.trim());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onBack();
      }}
    >
      <div className={styles.acts}>
        {READY[kind].map((key) => (
          <Button key={key} small onClick={() => onWrite(say(key))}>
            {say(key)}
          </Button>
        ))}
      </div>
      <div className={styles.acts}>
        <input
          className={styles.why}
          // biome-ignore lint/a11y/noAutofocus: the person asked for this line in order to type
          autoFocus
          aria-label={say(kind === 'open' ? 'whyOpen' : 'why')}
          placeholder={say(kind === 'open' ? 'whyOpen' : 'why')}
          value={why}
          onChange={(event) => setWhy(event.target.value)}
        />
        <Button small kind="primary" disabled={!ready} onClick={() => (ready ? onWrite(why.trim()) : undefined)}>
          {say('write')}
        </Button>
        <Button small kind="quiet" onClick={onBack}>
          {say('back')}
        </Button>
      </div>
    </form>
  );
}
