import { useState } from 'react';
import { useStore } from 'zustand';
import { applyEdits } from '../../loop/loop.ts';
import { analysis } from '../../store/analysis.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import type { OpenSummary } from '../../worker/protocol.ts';
import type { OpenChoice } from './open-choices.ts';
import { assumption, openChoices } from './open-choices.ts';
import styles from './ProblemsPane.module.css';
import { writeWords } from './strings.ts';

/** What can be decided about something open, as buttons; its text must still be the one it was found in. */
export function OpenActs({ point }: { readonly point: OpenSummary }) {
  const say = useWords(writeWords);
  const text = useStore(workspace, (now) => now.files[point.source.file]?.text);
  const fresh = useStore(workspace, (now) => now.version) === useStore(analysis, (now) => now.version);
  const [typing, setTyping] = useState<string | undefined>(undefined);
  const choices = fresh && text !== undefined ? openChoices(point, text) : [];
  const assume = choices.find((one) => one.kind === 'assume');
  if (typing !== undefined && assume) {
    const write = (): void => {
      const value = typing.trim();
      if (value === '') return;
      setTyping(undefined);
      void applyEdits([assumption(assume, value)]);
    };
    return (
      <form
        className={styles.acts}
        onSubmit={(event) => {
          event.preventDefault();
          write();
        }}
      >
        <input
          className={styles.typed}
          // biome-ignore lint/a11y/noAutofocus: the person asked for this line in order to type
          autoFocus
          aria-label={say('assumeLabel')}
          placeholder={say('assumeLabel')}
          value={typing}
          onChange={(event) => setTyping(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.nativeEvent.isComposing) setTyping(undefined);
          }}
        />
        <Button small onClick={write}>
          {say('assumeWrite')}
        </Button>
      </form>
    );
  }
  return (
    <span className={styles.acts}>
      {choices.map((choice) => (
        <Button key={choice.kind} small onClick={() => (choice.kind === 'assume' ? setTyping('') : void applyEdits([choice.edit]))}>
          {nameOf(choice, say)}
        </Button>
      ))}
    </span>
  );
}

function nameOf(choice: OpenChoice, say: ReturnType<typeof useWords<(typeof writeWords)['book']>>): string {
  switch (choice.kind) {
    case 'settle':
      return say('settleAs', { value: choice.value });
    case 'share':
      return say('asShare', { value: choice.value });
    case 'reopen':
      return say('reopen');
    case 'assume':
      return say('assumeOne');
  }
}
