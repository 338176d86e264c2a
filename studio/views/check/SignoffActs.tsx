import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { problemsOf, runSet, writeRecord } from '../../loop/signing.ts';
import { layout } from '../../store/layout.ts';
import { folderOfSet, patientSetPaths } from '../../store/patient-sets.ts';
import { preferences } from '../../store/preferences.ts';
import type { SignState } from '../../store/signing.ts';
import { linesKept } from '../../store/signing.ts';
import { workspace } from '../../store/workspace.ts';
import { groupsOf } from '../../strings/digests.ts';
import { timeText } from '../../strings/moments.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Floating.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { JudgedRecord, Signing, SignoffProblem, SignoffRecord } from '../../worker/protocol.ts';
import { GiveBack } from './GiveBack.tsx';
import styles from './Signoff.module.css';
import { signoffWords } from './signoff-strings.ts';

interface SignoffActsProps {
  readonly found: Signing;
  readonly current: JudgedRecord | undefined;
  /** The latest one about an earlier text. */
  readonly former: SignoffRecord | undefined;
  readonly state: SignState;
  /** Sets that are not to be recorded. */
  readonly left: readonly string[];
}

/** Who sends and who signs: the one next thing to do. */
export function SignoffActs({ found, current, former, state, left }: SignoffActsProps) {
  const say = useWords(signoffWords);
  const record = current?.record;
  if (!record || !current) return <Send found={found} left={left} before={former} />;
  if (state === 'returned' && record.returned)
    return (
      <>
        <div className={styles.part}>
          <Notice
            tone="ochre"
            icon="reverse"
            title={say('returnedBy', { name: record.returned.name, at: timeText(record.returned.at), reason: record.returned.reason })}
          >
            {say('returnedNext')}
          </Notice>
        </div>
        <Send found={found} left={left} before={record} />
      </>
    );
  return (
    <>
      <div className={styles.part}>
        <h3>{say('author')}</h3>
        <p>{say('sentBy', { name: record.author.name, at: timeText(record.author.at) })}</p>
      </div>
      {state === 'signed' && record.reviewer ? (
        <div className={styles.part}>
          <h3>{say('reviewer')}</h3>
          <p className={styles.jade}>
            <Icon name="shield" size={16} /> {say('signedBy', { name: record.reviewer.name, at: timeText(record.reviewer.at) })}
          </p>
          <p className={styles.remark}>{say('recordAt', { path: current.path })}</p>
          <p className={styles.acts}>
            <Button kind="primary" icon="export" onClick={() => layout.setState({ view: 'export' })}>
              {say('toExport')}
            </Button>
          </p>
        </div>
      ) : (
        <Sign path={current.path} record={record} />
      )}
    </>
  );
}

interface SendProps {
  readonly found: Signing;
  readonly left: readonly string[];
  /** What was sent before: its lines are kept. */
  readonly before: SignoffRecord | undefined;
}

function Send({ found, left, before }: SendProps) {
  const say = useWords(signoffWords);
  const kept = useStore(preferences, (now) => now.name);
  // Who sent it sends it again, even where the reviewer was the last to write a name on this device.
  const [name, setName] = useState(before?.author.name ?? kept);
  const [busy, setBusy] = useState(false);
  const why = found.scenarios.differing > 0 ? say('sendNeedsScenarios') : name.trim() === '' ? say('sendNeedsName') : undefined;
  const send = async (): Promise<void> => {
    setBusy(true);
    preferences.setState({ name: name.trim() });
    const paths = patientSetPaths(workspace.getState()).filter((path) => folderOfSet(path) === found.folder && !left.includes(path));
    const sets = [];
    for (const path of paths) sets.push(await runSet(path));
    await writeRecord(found.path, {
      format: 'yice-signoff/1',
      folder: found.folder,
      digest: found.digest,
      language: found.language,
      tool: found.tool,
      author: { name: name.trim(), at: new Date().toISOString() },
      open: linesKept(found.points, before),
      scenarios: found.scenarios,
      sets: sets.filter((set) => set !== undefined),
    });
    setBusy(false);
  };
  return (
    <div className={styles.part}>
      <h3>{say('author')}</h3>
      <TextField
        label={say('yourName')}
        value={name === '' ? undefined : name}
        onChange={(next) => setName(next ?? '')}
        message={{ tone: 'remark', text: say('nameKept') }}
      />
      <p className={styles.acts}>
        <Button
          kind="primary"
          icon="export"
          disabled={why !== undefined || busy}
          {...(why === undefined ? {} : { title: why })}
          onClick={() => void send()}
        >
          {say('send')}
        </Button>
        {why === undefined ? null : <span className={styles.remark}>{why}</span>}
      </p>
    </div>
  );
}

function Sign({ path, record }: { readonly path: string; readonly record: SignoffRecord }) {
  const say = useWords(signoffWords);
  const kept = useStore(preferences, (now) => now.name);
  const [name, setName] = useState(kept === record.author.name ? '' : kept);
  const [against, setAgainst] = useState<readonly SignoffProblem[]>();
  const [asking, setAsking] = useState(false);
  const signed = (at: string): SignoffRecord => ({ ...record, reviewer: { name: name.trim(), at } });
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again for each name and each change of the record
  useEffect(() => {
    let gone = false;
    void problemsOf(signed(record.author.at)).then((problems) => {
      if (!gone) setAgainst(problems);
    });
    return () => {
      gone = true;
    };
  }, [name, record]);
  const sign = async (): Promise<void> => {
    setAsking(false);
    preferences.setState({ name: name.trim() });
    await writeRecord(path, signed(new Date().toISOString()));
  };
  const lines = against?.filter(({ kind }) => kind === 'noLine').length ?? 0;
  const said = (problem: SignoffProblem): string | undefined => {
    switch (problem.kind) {
      case 'changed':
        return say('whyChanged');
      case 'returned':
        return undefined;
      case 'noAuthor':
        return say('whyNoAuthor');
      case 'noReviewer':
        return say('whyNoReviewer');
      case 'samePerson':
        return say('whySamePerson');
      case 'differing':
        return problem.set === undefined
          ? say('whyDiffering', { values: problem.values })
          : say('whyDifferingSet', { set: problem.set, values: problem.values });
      case 'noLine':
        return undefined;
    }
  };
  const reasons = [...(against ?? []).flatMap((one) => said(one) ?? []), ...(lines > 0 ? [say('whyNoLine', { count: lines })] : [])];
  const ready = against !== undefined && against.length === 0;
  return (
    <div className={styles.part}>
      <h3>{say('reviewer')}</h3>
      <TextField
        label={say('yourName')}
        value={name === '' ? undefined : name}
        onChange={(next) => setName(next ?? '')}
        message={{ tone: 'remark', text: say('nameKept') }}
      />
      {reasons.length > 0 ? (
        <ul className={styles.reasons} aria-label={say('notYet')}>
          {reasons.map((reason) => (
            <li key={reason}>
              <Icon name="open" size={14} /> {reason}
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.jade}>{ready ? say('ready') : ''}</p>
      )}
      <p className={styles.acts}>
        <Button
          kind="primary"
          icon="shield"
          disabled={!ready}
          {...(reasons[0] === undefined ? {} : { title: reasons[0] })}
          onClick={() => setAsking(true)}
        >
          {say('sign')}
        </Button>
        <GiveBack path={path} record={record} name={name.trim()} />
      </p>
      <Dialog
        open={asking}
        title={say('signAsk', { name: name.trim() })}
        onClose={() => setAsking(false)}
        foot={
          <Button kind="primary" icon="shield" onClick={() => void sign()}>
            {say('sign')}
          </Button>
        }
      >
        <p className={styles.digest}>{groupsOf(record.digest).join(' ')}</p>
        <p className={styles.remark}>{say('signWhat')}</p>
      </Dialog>
    </div>
  );
}
