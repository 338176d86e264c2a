import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { openNotice, pasteNotice, takeFiles } from '../commands/open-notices.ts';
import { layout } from '../store/layout.ts';
import type { NoticeOutcome } from '../store/notices.ts';
import { notices } from '../store/notices.ts';
import { useWords } from '../strings/use-words.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './NoticeDesk.module.css';
import { noticeWords } from './notice-strings.ts';
import { problemText, remarkText } from './notice-words.ts';

/** Files dropped or pasted anywhere on the page are opened; what came of them stands here until it is put away. */
export function NoticeDesk() {
  const say = useWords(noticeWords);
  const over = useDroppedFiles();
  const { reading, outcomes } = useStore(notices);
  // The way on of the yearly change stays in reach.
  const raised = useStore(layout, (now) => now.view === 'annual');
  return (
    <>
      {over ? (
        <div className={styles.drop} aria-hidden="true">
          <div>
            <Icon name="import" size={28} />
            <b>{say('drop')}</b>
            <span>{say('dropHow')}</span>
          </div>
        </div>
      ) : null}
      <section className={classes(styles.desk, raised && styles.raised)} aria-label={say('region')} aria-live="polite">
        {reading === undefined ? null : <p className={styles.reading}>{say('reading', { name: reading })}</p>}
        {outcomes.map((outcome, at) => (
          <Outcome key={outcome.ok ? outcome.path : `${at} ${outcome.name}`} outcome={outcome} />
        ))}
      </section>
    </>
  );
}

const putAway = (): void => notices.setState({ outcomes: [] });

function Outcome({ outcome }: { readonly outcome: NoticeOutcome }) {
  const say = useWords(noticeWords);
  if (outcome.ok) {
    const { path, title, characters, date, remarks, known } = outcome;
    const why = known ? say('knownWhy') : say('openedWhy', { count: characters.toLocaleString('en-US') });
    const show = (): void => {
      notices.setState({ shown: path, outcomes: [] });
      layout.setState({ view: 'write', documentOpen: true });
    };
    return (
      <Notice
        tone={remarks.length > 0 ? 'ochre' : 'jade'}
        icon={remarks.length > 0 ? 'warning' : 'holds'}
        title={say(known ? 'known' : 'opened', { title })}
        actions={
          <>
            <Button small onClick={show}>
              {say('show')}
            </Button>
            <Button small kind="quiet" onClick={putAway}>
              {say('away')}
            </Button>
          </>
        }
      >
        {[why, ...(date === undefined ? [] : [say('dated', { date })])].join(' · ')}
        {remarks.map((remark) => (
          <p key={remark.kind}>{remarkText(remark, say)}</p>
        ))}
      </Notice>
    );
  }
  return (
    <Notice
      tone="verm"
      icon="differs"
      title={outcome.name === '' ? say('pastedNotOpened') : say('notOpened', { name: outcome.name })}
      actions={
        <>
          <Button small onClick={pasteNotice.run}>
            {say('paste')}
          </Button>
          <Button small onClick={openNotice.run}>
            {say('choose')}
          </Button>
          <Button small kind="quiet" onClick={putAway}>
            {say('away')}
          </Button>
        </>
      }
    >
      {problemText(outcome.problem, say)}
    </Notice>
  );
}

/** Files held or dropped where no place on the page takes files of its own (`data-takes-files`). */
const forUs = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') === true &&
  !(event.target instanceof Element && event.target.closest('[data-takes-files]') !== null);

/** Whether files are being held over the page. */
function useDroppedFiles(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hold = (event: DragEvent): void => {
      if (!forUs(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      // Leaving one element for another names the next; leaving the window names none.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      if (!forUs(event)) return;
      event.preventDefault();
      event.stopPropagation();
      void takeFiles([...(event.dataTransfer?.files ?? [])]);
    };
    const paste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      // A copied cell of a spreadsheet carries its picture along with its text.
      if (files.length === 0 || event.clipboardData?.types.includes('text/plain') === true) return;
      event.preventDefault();
      void takeFiles(files);
    };
    // Before the editor, which would take a dropped file for text.
    addEventListener('dragover', hold, true);
    addEventListener('dragleave', leave, true);
    addEventListener('drop', drop, true);
    addEventListener('paste', paste);
    return () => {
      removeEventListener('dragover', hold, true);
      removeEventListener('dragleave', leave, true);
      removeEventListener('drop', drop, true);
      removeEventListener('paste', paste);
    };
  }, []);
  return over;
}
