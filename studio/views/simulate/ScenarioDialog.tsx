import { useState } from 'react';
import { useStore } from 'zustand';
import { applyEdits, reveal, rewriteFile } from '../../loop/loop.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Floating.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Live } from '../../ui/Live.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { TextRange } from '../../worker/protocol.ts';
import { scenarioFileOf, scenarioText } from './scenario-text.ts';
import { simulateWords } from './strings.ts';
import type { Desk } from './use-desk.ts';
import styles from './Why.module.css';

/** Writes the desk as a 示例 at the end of the policy's scenarios, as one undoable edit, and says where it stands. */
export function ScenarioDialog({ desk, onClose }: { readonly desk: Desk; readonly onClose: () => void }) {
  const say = useWords(simulateWords);
  const files = useStore(workspace, (state) => state.files);
  const [title, setTitle] = useState(say('scenarioDefaultTitle', { name: desk.patient.name, count: desk.patient.encounters.length }));
  const [written, setWritten] = useState<TextRange | undefined>(undefined);
  const path = scenarioFileOf(desk.summary.files);
  const block = scenarioText(desk, title);
  const write = async (): Promise<void> => {
    const before = files[path]?.text;
    const gap = before === undefined || before === '' ? '' : before.endsWith('\n') ? '\n' : '\n\n';
    const at = before?.length ?? 0;
    if (before === undefined) await rewriteFile(path, block);
    else await applyEdits([{ span: { file: path, start: at, end: at }, text: `${gap}${block}` }]);
    setWritten({ file: path, start: at + gap.length, end: at + gap.length + block.trimEnd().length });
  };
  const takeBack = async (): Promise<void> => {
    if (!written) return;
    const text = workspace.getState().files[path]?.text ?? '';
    // Only what still stands there as it was written.
    if (text.slice(written.start).startsWith(block.trimEnd()))
      await applyEdits([{ span: { ...written, end: Math.min(text.length, written.end + 1) }, text: '' }]);
    setWritten(undefined);
  };
  const line = written === undefined ? 0 : (files[path]?.text ?? '').slice(0, written.start).split('\n').length;
  const file = path.split('/').at(-1) ?? path;
  return (
    <Dialog
      open
      title={say('saveScenario')}
      width={640}
      onClose={onClose}
      foot={
        written === undefined ? (
          <Button kind="primary" onClick={() => void write()}>
            {say('write')}
          </Button>
        ) : (
          <div className={styles.foot}>
            <Button onClick={() => void takeBack()}>{say('takeBack')}</Button>
            <Button
              kind="primary"
              icon="write"
              onClick={() => {
                onClose();
                reveal(written);
              }}
            >
              {say('goSee')}
            </Button>
          </div>
        )
      }
    >
      {written === undefined ? (
        <>
          <p className={styles.remark}>{say('scenarioHint')}</p>
          <TextField label={say('scenarioTitle')} value={title} onChange={(text) => setTitle((text ?? '').replace(/[“”"]/g, ''))} />
          <span className={styles.label}>
            {say('scenarioPreview')} · {path}
          </span>
        </>
      ) : (
        <Notice tone="jade" icon="holds" title={say('savedScenarioAt', { file, line })}>
          <p>{say('savedScenarioHint')}</p>
        </Notice>
      )}
      <pre className={styles.preview}>{block}</pre>
      <Live text={written === undefined ? '' : say('savedScenarioAt', { file, line })} />
    </Dialog>
  );
}
