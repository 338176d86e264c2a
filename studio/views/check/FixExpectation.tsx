import { useState } from 'react';
import { applyEdits } from '../../loop/loop.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Floating.tsx';
import { TextField } from '../../ui/fields.tsx';
import type { Tick } from '../../worker/protocol.ts';
import { correctedExpectation } from './expectation.ts';
import { figureOf } from './select.ts';
import { checkWords } from './strings.ts';

/** Makes what came the expectation, with a reason that stays in the text; one step of undo. */
export function FixExpectation({ title, tick, onClose }: { readonly title: string; readonly tick: Tick; readonly onClose: () => void }) {
  const say = useWords(checkWords);
  const [reason, setReason] = useState('');
  const write = async (): Promise<void> => {
    const text = workspace.getState().files[tick.range.file]?.text;
    const edits = text === undefined ? undefined : correctedExpectation(text, tick, reason);
    if (edits) await applyEdits(edits);
    onClose();
  };
  return (
    <Dialog
      open
      title={say('correctTitle')}
      width={560}
      onClose={onClose}
      foot={
        <Button
          kind="primary"
          disabled={reason.trim() === ''}
          {...(reason.trim() === '' ? { title: say('correctNeedsReason') } : {})}
          onClick={() => void write()}
        >
          {say('correctTitle')}
        </Button>
      }
    >
      <p>{say('correctWhat', { title, label: tick.label, expected: figureOf(tick.expected), actual: figureOf(tick.actual) })}</p>
      <TextField
        label={say('correctWhy')}
        value={reason}
        onChange={(next) => setReason(next ?? '')}
        message={{ tone: 'remark', text: say('correctKept') }}
      />
    </Dialog>
  );
}
