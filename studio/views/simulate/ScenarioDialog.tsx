import { useState } from 'react';
import { useStore } from 'zustand';
import { applyEdits, rewriteFile } from '../../loop/loop.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Floating.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Live } from '../../ui/Live.tsx';
import { scenarioFileOf, scenarioText } from './scenario-text.ts';
import { simulateWords } from './strings.ts';
import type { Desk } from './use-desk.ts';
import styles from './Why.module.css';

/** Writes the desk as a 示例 at the end of the policy's scenarios, as one undoable edit. */
export function ScenarioDialog({ desk, onClose }: { readonly desk: Desk; readonly onClose: () => void }) {
  const say = useWords(simulateWords);
  const files = useStore(workspace, (state) => state.files);
  const [title, setTitle] = useState(say('scenarioDefaultTitle', { name: desk.patient.name, count: desk.patient.encounters.length }));
  const [written, setWritten] = useState<string | undefined>(undefined);
  const path = scenarioFileOf(desk.summary.files);
  const block = scenarioText(desk, title);
  const write = async (): Promise<void> => {
    const before = files[path]?.text;
    if (before === undefined) await rewriteFile(path, block);
    else
      await applyEdits([
        {
          span: { file: path, start: before.length, end: before.length },
          text: `${before === '' || before.endsWith('\n') ? '' : '\n'}\n${block}`,
        },
      ]);
    setWritten(path.split('/').at(-1));
    onClose();
  };
  return (
    <>
      <Dialog
        open
        title={say('saveScenario')}
        width={640}
        onClose={onClose}
        foot={
          <Button kind="primary" onClick={() => void write()}>
            {say('write')}
          </Button>
        }
      >
        <p className={styles.remark}>{say('scenarioHint')}</p>
        <TextField label={say('scenarioTitle')} value={title} onChange={(text) => setTitle((text ?? '').replace(/[“”"]/g, ''))} />
        <span className={styles.label}>
          {say('scenarioPreview')} · {path}
        </span>
        <pre className={styles.preview}>{block}</pre>
      </Dialog>
      {written === undefined ? null : <Live text={say('savedScenario', { file: written })} />}
    </>
  );
}
