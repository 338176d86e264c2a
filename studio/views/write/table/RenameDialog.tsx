import { useEffect, useRef, useState } from 'react';
import { whenComposed } from '../../../loop/composition.ts';
import type { Renaming } from '../../../loop/renaming.ts';
import { planRename, rename, renamedWords } from '../../../loop/renaming.ts';
import { tell } from '../../../store/told.ts';
import { useLanguage, useWords } from '../../../strings/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Floating.tsx';
import type { Position } from '../../../worker/protocol.ts';
import { baseName } from '../select.ts';
import styles from './RenameDialog.module.css';
import { tableWords } from './strings.ts';

const REST_MS = 150;
const folderOf = (path: string): string => path.slice(0, path.indexOf('/'));

/** Another name for what is called by this one, wherever it is called so; how many places those are is seen before. */
export function RenameDialog({ at, name, onClose }: { readonly at: Position; readonly name: string; readonly onClose: () => void }) {
  const say = useWords(tableWords);
  const language = useLanguage();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(name);
  const [plan, setPlan] = useState<Renaming>();
  const wanted = typed.trim();
  const same = wanted === '' || wanted === name;
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const { file, offset } = at;
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      // The name as it is: where it stands.
      void planRename({ file, offset }, same ? `${name}_` : wanted).then((found) =>
        whenComposed(() => {
          if (current) setPlan(found);
        }),
      );
    }, REST_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [file, offset, name, wanted, same]);
  const can = !same && plan !== undefined && plan.problem === undefined && plan.edits.length > 0;
  const write = async (): Promise<void> => {
    if (same) return;
    // The key may come before what it would change was looked at.
    const now = await planRename(at, wanted);
    setPlan(now);
    if (now && (now.problem || now.edits.length === 0)) return;
    const done = now !== undefined && (await rename(at, wanted));
    onClose();
    tell(done ? renamedWords(name, wanted, now.edits.length) : { zh: say('moved'), en: say('moved') });
  };
  const areas = new Set(plan?.files.map(folderOf));
  return (
    <Dialog
      open
      title={say('renameTitle', { name })}
      onClose={onClose}
      foot={
        <Button kind="primary" keys="↵" disabled={!can} onClick={() => void write()}>
          {say('renameAll')}
        </Button>
      }
    >
      <input
        ref={field}
        className={styles.input}
        aria-label={say('renameTo')}
        aria-invalid={!same && plan?.problem !== undefined}
        defaultValue={name}
        spellCheck={false}
        autoComplete="off"
        onInput={(event) => {
          if (!(event.nativeEvent as InputEvent).isComposing) setTyped(event.currentTarget.value);
        }}
        onCompositionEnd={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
          event.preventDefault();
          void write();
        }}
      />
      <p className={styles.state} role="status">
        {plan === undefined ? (
          say('renameLooking')
        ) : plan.problem && !same ? (
          <span className={styles.wrong}>{plan.problem[language]}</span>
        ) : (
          <>
            {say('renamePlaces', { count: plan.edits.length, files: plan.files.length })}
            {areas.size > 1 ? <span className={styles.wide}>{say('renameAreas')}</span> : null}
          </>
        )}
      </p>
      {plan && plan.files.length > 0 ? (
        <ul className={styles.files}>
          {plan.files.map((path) => (
            <li key={path}>
              <span>{baseName(path)}</span>
              <small>{say('renameCount', { count: plan.edits.filter(({ span }) => span.file === path).length })}</small>
            </li>
          ))}
        </ul>
      ) : null}
    </Dialog>
  );
}
