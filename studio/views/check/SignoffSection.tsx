import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { lookSigning } from '../../loop/signing.ts';
import { analysis } from '../../store/analysis.ts';
import { currentRecord, formerRecord, signing, signStateOf } from '../../store/signing.ts';
import { workspace } from '../../store/workspace.ts';
import { groupsOf } from '../../strings/digests.ts';
import { useWords } from '../../strings/use-words.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Empty, Notice } from '../../ui/Notice.tsx';
import { Pane } from '../../ui/Pane.tsx';
import { Panels } from '../../ui/Panels.tsx';
import { SIGN_TONE } from '../../ui/sign-tone.ts';
import { Tag } from '../../ui/Tag.tsx';
import type { Signing } from '../../worker/protocol.ts';
import { PatientSets } from './PatientSets.tsx';
import { SignedPoints } from './SignedPoints.tsx';
import styles from './Signoff.module.css';
import { SignoffActs } from './SignoffActs.tsx';
import { signoffWords } from './signoff-strings.ts';

/** A draft sent for review, and signed off by somebody else when nothing differs and everything open has its line. */
export function SignoffSection() {
  const say = useWords(signoffWords);
  const version = useStore(workspace, (now) => now.version);
  const policy = useStore(workspace, (now) => now.policy);
  const found = useStore(analysis);
  const state = useStore(signing);
  const folder = found.analysis?.declared.find((one) => one.name === policy)?.folder;
  const [left, setLeft] = useState<readonly string[]>([]);
  useEffect(() => {
    if (folder !== undefined && found.version === version) void lookSigning(folder);
  }, [folder, found.version, version]);

  const own = state.folder === folder ? state.found : undefined;
  if (!own)
    return (
      <Pane icon="shield" title={say('title')} paneId="signoff">
        {state.folder === folder && state.version === version ? <Empty title={say('blocked')} /> : null}
      </Pane>
    );
  const current = currentRecord(state);
  const former = current ? undefined : formerRecord(state);
  const how = signStateOf(state);
  return (
    <Panels
      id="signoff"
      tabsBelow={960}
      tabsLabel={say('title')}
      panes={[
        {
          id: 'acts',
          name: say('title'),
          size: 520,
          min: 360,
          content: (
            <Pane icon="shield" title={say('title')} paneId="signoff" bare extra={<Tag tone={SIGN_TONE[how]}>{say(how)}</Tag>}>
              {former?.record ? (
                <div className={styles.part}>
                  <Notice tone="verm" icon="differs" title={say('changed')}>
                    {say('changedWhy', { author: former.record.author.name, digest: groupsOf(former.record.digest).slice(0, 3).join(' ') })}
                  </Notice>
                </div>
              ) : null}
              <div className={styles.part}>
                <h3>{say('digestIs')}</h3>
                <p className={styles.digest}>{groupsOf(own.digest).join(' ')}</p>
                <p className={styles.remark}>{say('digestWhy')}</p>
              </div>
              <Scenarios found={own} />
              <PatientSets folder={own.folder} left={left} onLeft={setLeft} recorded={current?.record?.sets} />
              <SignoffActs found={own} current={current} former={former?.record} state={how} left={left} />
            </Pane>
          ),
        },
        { id: 'points', name: say('points'), min: 360, content: <SignedPoints found={own} current={current} /> },
      ]}
    />
  );
}

function Scenarios({ found }: { readonly found: Signing }) {
  const say = useWords(signoffWords);
  const { count, values, differing } = found.scenarios;
  return (
    <div className={styles.part}>
      <h3>{say('scenarios')}</h3>
      <p className={differing > 0 ? styles.verm : styles.jade}>
        <Icon name={differing > 0 ? 'differs' : 'holds'} size={16} />{' '}
        {differing > 0 ? say('scenariosDiffer', { count, differing }) : say('scenariosHold', { count, values })}
      </p>
    </div>
  );
}
