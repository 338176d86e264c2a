import { useState } from 'react';
import { writeRecord } from '../../loop/signing.ts';
import { preferences } from '../../store/preferences.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Floating.tsx';
import { TextField } from '../../ui/fields.tsx';
import type { SignoffRecord } from '../../worker/protocol.ts';
import { signoffWords } from './signoff-strings.ts';

interface GiveBackProps {
  readonly path: string;
  readonly record: SignoffRecord;
  /** Who gives it back; '' while nobody is named. */
  readonly name: string;
}

/** The other answer of a reviewer: back to the author, with the reason that the author will see. */
export function GiveBack({ path, record, name }: GiveBackProps) {
  const say = useWords(signoffWords);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const why = name === '' ? say('whyNoReviewer') : undefined;
  const without = reason.trim() === '';
  const giveBack = async (): Promise<void> => {
    setAsking(false);
    preferences.setState({ name });
    await writeRecord(path, { ...record, returned: { name, at: new Date().toISOString(), reason: reason.trim() } });
  };
  return (
    <>
      <Button icon="reverse" disabled={why !== undefined} {...(why === undefined ? {} : { title: why })} onClick={() => setAsking(true)}>
        {say('giveBack')}
      </Button>
      <Dialog
        open={asking}
        title={say('giveBackTo', { name: record.author.name })}
        onClose={() => setAsking(false)}
        foot={
          <Button
            kind="primary"
            icon="reverse"
            disabled={without}
            {...(without ? { title: say('giveBackNeedsReason') } : {})}
            onClick={() => void giveBack()}
          >
            {say('giveBack')}
          </Button>
        }
      >
        <TextField
          label={say('giveBackWhy')}
          value={reason === '' ? undefined : reason}
          onChange={(next) => setReason(next ?? '')}
          message={{ tone: 'remark', text: say('giveBackSeen') }}
        />
      </Dialog>
    </>
  );
}
