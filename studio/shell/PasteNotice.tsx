import { useId, useState } from 'react';
import { openPasted } from '../commands/open-notices.ts';
import { layout } from '../store/layout.ts';
import { useWords } from '../strings/use-words.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Floating.tsx';
import { noticeWords } from './notice-strings.ts';
import styles from './PasteNotice.module.css';

const close = (): void => layout.setState({ overlay: undefined });

/** The text of a notice from the clipboard. */
export function PasteNotice() {
  const say = useWords(noticeWords);
  const [text, setText] = useState('');
  const id = useId();
  const empty = text.trim() === '';
  const open = (): void => {
    if (empty) return;
    close();
    void openPasted(text);
  };
  return (
    <Dialog
      open
      title={say('pasteTitle')}
      width={720}
      onClose={close}
      foot={
        <div className={styles.foot}>
          <Button kind="quiet" onClick={close}>
            {say('cancel')}
          </Button>
          <Button kind="primary" disabled={empty} {...(empty ? { title: say('pasteNothing') } : {})} onClick={open}>
            {say('pasteDo')}
          </Button>
        </div>
      }
    >
      <label htmlFor={id} className={styles.label}>
        {say('pasteLabel')}
      </label>
      <textarea id={id} className={styles.text} value={text} autoFocus onChange={(event) => setText(event.target.value)} />
      <p className={styles.how}>{say('pasteHow')}</p>
    </Dialog>
  );
}
