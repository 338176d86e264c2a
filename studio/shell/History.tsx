import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { rewriteFile } from '../loop/loop.ts';
import type { Moment } from '../storage/history.ts';
import { historyShelf } from '../storage/history.ts';
import { layout } from '../store/layout.ts';
import { saving } from '../store/saving.ts';
import { workspace } from '../store/workspace.ts';
import { useWords } from '../strings/use-words.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Dialog } from '../ui/Floating.tsx';
import { Empty } from '../ui/Notice.tsx';
import styles from './History.module.css';
import { clockOf, comparedLines, dayOf, daysOf } from './history-view.ts';
import { shellWords } from './strings.ts';

const close = (): void => layout.setState({ overlay: undefined });
const MARK = { same: ' ', then: '−', now: '+' } as const;

/** What the open text was: step back to any moment, see what differs, and put it back. */
export function History() {
  const say = useWords(shellWords);
  const openFile = useStore(workspace, (now) => now.openFile);
  const text = useStore(workspace, (now) => (openFile === undefined ? undefined : now.files[openFile]?.text));
  const elsewhere = useStore(saving, (now) => now.elsewhere);
  const [moments, setMoments] = useState<readonly Moment[]>();
  const [chosen, choose] = useState<{ readonly moment: Moment; readonly text: string }>();
  useEffect(() => {
    historyShelf()
      .moments()
      .then(setMoments, () => setMoments([]));
  }, []);
  const show = async (moment: Moment): Promise<void> => {
    const then = await historyShelf().textOf(moment);
    if (then !== undefined) choose({ moment, text: then });
  };
  const putBack = async (): Promise<void> => {
    if (chosen) await rewriteFile(chosen.moment.path, chosen.text);
    close();
  };
  const days = daysOf(moments ?? [], openFile);
  const lines = chosen && text !== undefined ? comparedLines(chosen.text, text) : [];
  return (
    <Dialog
      open
      title={say('historyOf', { name: openFile?.split('/').at(-1) ?? '' })}
      width={940}
      onClose={close}
      foot={
        chosen && lines.length > 0 ? (
          <>
            <span className={styles.undo}>{say('historyUndo')}</span>
            <Button kind="primary" disabled={elsewhere} onClick={() => void putBack()}>
              {say('putBack', { day: dayOf(chosen.moment.at), time: clockOf(chosen.moment.at) })}
            </Button>
          </>
        ) : null
      }
    >
      {moments !== undefined && days.length === 0 ? <Empty title={say('historyNone')}>{say('historyNoneWhy')}</Empty> : null}
      {days.length > 0 ? (
        <div className={styles.history}>
          <nav aria-label={say('historyMoments')} className={styles.moments}>
            {days.map(({ day, moments: own }) => (
              <section key={day}>
                <h3>{day}</h3>
                <ul>
                  {own.map((moment) => (
                    <li key={moment.at}>
                      <button
                        type="button"
                        aria-pressed={chosen?.moment.at === moment.at}
                        className={classes(styles.moment, chosen?.moment.at === moment.at && styles.on)}
                        onClick={() => void show(moment)}
                      >
                        {clockOf(moment.at)}
                      </button>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </nav>
          <div className={styles.lines}>
            {chosen === undefined ? <p className={styles.hint}>{say('historyChoose')}</p> : null}
            {chosen && lines.length === 0 ? <p className={styles.hint}>{say('historySame')}</p> : null}
            {lines.length > 0 ? (
              <>
                <p className={styles.hint}>{say('historyLegend')}</p>
                <ol aria-label={say('historyLegend')}>
                  {lines.map((line) => (
                    <li key={`${line.kind}${line.number}`} className={styles[line.kind]}>
                      <span aria-hidden="true">{MARK[line.kind]}</span>
                      {line.kind === 'same' ? null : <span className="unseen">{say(line.kind === 'then' ? 'lineThen' : 'lineNow')}</span>}
                      <code>{line.text}</code>
                    </li>
                  ))}
                </ol>
              </>
            ) : null}
          </div>
        </div>
      ) : null}
    </Dialog>
  );
}
