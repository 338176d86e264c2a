import { useStore } from 'zustand';
import { commands } from '../commands/all.ts';
import { printed } from '../commands/command.ts';
import { layout } from '../store/layout.ts';
import { preferences } from '../store/preferences.ts';
import { useWords } from '../strings/use-words.ts';
import { Keys } from '../ui/Button.tsx';
import { Dialog } from '../ui/Floating.tsx';
import { EXTRA_KEYS } from './extra-keys.ts';
import styles from './KeySheet.module.css';
import { shellWords } from './strings.ts';

/** All keys of this screen. */
export function KeySheet() {
  const say = useWords(shellWords);
  const language = useStore(preferences, (now) => now.language);
  const lines = commands.flatMap((command) =>
    command.chord && (command.when?.() ?? true) ? [{ id: command.id, label: command.label[language], keys: printed(command.chord) }] : [],
  );
  const extra = EXTRA_KEYS.map(({ keys, label }) => ({ id: keys, label: label[language], keys }));
  return (
    <Dialog open title={say('keysTitle')} width={640} onClose={() => layout.setState({ overlay: undefined })}>
      <dl className={styles.keys}>
        {[...lines, ...extra].map((line) => (
          <div key={line.id} className={styles.line}>
            <dt>{line.label}</dt>
            <dd>
              <Keys>{line.keys}</Keys>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
