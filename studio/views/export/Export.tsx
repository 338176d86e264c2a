import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { exportBundle } from '../../commands/export-bundle.ts';
import { exportReport } from '../../commands/export-report.ts';
import { exportWorkspace } from '../../commands/export-workspace.ts';
import { build } from '../../loop/loop.ts';
import { lookSigning } from '../../loop/signing.ts';
import { analysis } from '../../store/analysis.ts';
import { layout } from '../../store/layout.ts';
import { currentRecord, signing, signStateOf } from '../../store/signing.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Contents } from './Contents.tsx';
import { Digest } from './Digest.tsx';
import styles from './Export.module.css';
import { OpenItems } from './OpenItems.tsx';
import { Receiver } from './Receiver.tsx';
import { kilobytes, scopeOf } from './select.ts';
import { exportWords } from './strings.ts';
import { VersionChain } from './VersionChain.tsx';

/** What is handed over, and how do others verify it? */
export default function Export() {
  const say = useWords(exportWords);
  const state = useStore(analysis);
  const policy = useStore(workspace, (now) => now.policy);
  const scope = scopeOf(state, policy);
  const made = state.build?.ok === true ? state.build : undefined;
  const folder = scope?.folder;
  const ready = scope !== undefined && scope.errors === 0;
  const [busy, setBusy] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: built again for each analysed text
  useEffect(() => {
    if (folder === undefined || !ready) return undefined;
    let gone = false;
    setBusy(true);
    void lookSigning(folder);
    void build(folder).then((result) => {
      if (gone) return;
      setBusy(false);
      analysis.setState({ build: result });
    });
    return () => {
      gone = true;
    };
  }, [folder, ready, state.version]);

  const current = made && made.textVersion === state.version;
  const failing = state.scenarios.filter(
    (scenario) => !scenario.pass && scope?.policies.some((one) => one.name === scenario.policy),
  ).length;

  return (
    <div className={styles.export}>
      <div className={styles.left}>
        {scope && scope.errors > 0 ? (
          <Notice
            tone="verm"
            icon="differs"
            title={say('blockedTitle', { count: scope.errors })}
            actions={<Button onClick={() => layout.setState({ view: 'write', problemsOpen: true })}>{say('toProblems')}</Button>}
          >
            {say('blockedWhy')}
          </Notice>
        ) : null}
        {scope ? (
          <section className={styles.card} aria-labelledby="export-title" data-pane="bundle" tabIndex={-1}>
            <div className={styles.identity}>
              <div className={styles.title}>
                <h2 id="export-title">{[scope.area, ...new Set(scope.policies.flatMap((one) => one.scheme ?? []))].join(' · ')}</h2>
                <span className={styles.acts}>
                  <Button onClick={exportWorkspace.run}>{say('workspaceFile')}</Button>
                  <Button icon="document" disabled={!current || !ready} onClick={exportReport.run}>
                    {say('report')}
                  </Button>
                  <Button kind="primary" icon="export" keys="Ctrl ↵" disabled={!current || !ready} onClick={exportBundle.run}>
                    {say('bundle')}
                  </Button>
                </span>
              </div>
              <Digest digest={made?.digest} dim={!current || !ready} busy={busy} folder={scope.folder} />
            </div>
            <dl className={styles.facts}>
              <Fact title={scope.from === undefined ? '' : say('from', { day: scope.from })} note={say('noEnd')} />
              <Fact
                title={say('versions', { count: made?.contents.find(({ kind }) => kind === 'versions')?.count ?? 0 })}
                note={scope.policies.map((one) => one.name).join('、')}
              />
              <Fact
                title={made ? say('oneFile', { size: kilobytes(made.bytes.length) }) : say('building')}
                note={
                  failing > 0
                    ? say('scenariosDiffer', { count: failing })
                    : say('scenariosHold', {
                        count: state.scenarios.filter((scenario) => scope.policies.some((one) => one.name === scenario.policy)).length,
                      })
                }
              />
              <Signed digest={made?.digest} />
            </dl>
          </section>
        ) : null}
        {scope && made ? (
          <div className={styles.two}>
            <Contents build={made} />
            <OpenItems open={scope.open} many={scope.policies.length > 1} />
          </div>
        ) : null}
        {scope ? <VersionChain policies={scope.policies} /> : null}
      </div>
      {scope ? <Receiver folder={scope.folder} digest={made?.digest} /> : null}
    </div>
  );
}

function Fact({ title, note }: { readonly title: string; readonly note: string }) {
  return (
    <div className={styles.fact}>
      <dt>{title}</dt>
      <dd title={note}>{note}</dd>
    </div>
  );
}

/** Who wrote it and who signed it off, or that nobody has. */
function Signed({ digest }: { readonly digest: string | undefined }) {
  const say = useWords(exportWords);
  const state = useStore(signing);
  const record = state.found !== undefined && state.found.digest === digest ? currentRecord(state)?.record : undefined;
  const how = signStateOf(state);
  if (record?.reviewer && how === 'signed')
    return <Fact title={say('signedBy', { author: record.author.name, reviewer: record.reviewer.name })} note={say('signedNote')} />;
  if (record?.returned) return <Fact title={say('returned', { by: record.returned.name })} note={record.returned.reason} />;
  if (record) return <Fact title={say('waits', { author: record.author.name })} note={say('waitsNote')} />;
  return <Fact title={say('notSigned')} note={say('notSignedWhy')} />;
}
