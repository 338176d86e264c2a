import { useState } from 'react';
import { useStore } from 'zustand';
import { planSentence, writePlan } from '../../loop/clauses.ts';
import { reveal } from '../../loop/loop.ts';
import { folderNow } from '../../loop/notices.ts';
import { workspace } from '../../store/workspace.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Live } from '../../ui/Live.tsx';
import { Tag } from '../../ui/Tag.tsx';
import type { CitationLink, Clause, ClauseAccount, SentencePlan, SentenceTask } from '../../worker/protocol.ts';
import { goToRule } from './go-to-rule.ts';
import { ReasonLine } from './ReasonLine.tsx';
import styles from './SentenceDock.module.css';
import { lineOf } from './select.ts';
import { carry } from './sentence-drag.ts';
import { sourceWords } from './source-strings.ts';
import { useCitePlan } from './use-sentence.ts';

interface DockProps {
  readonly document: string;
  readonly start: number;
  readonly sentence: string;
  readonly clause: Clause | undefined;
  readonly rules: readonly CitationLink[];
  readonly accounts: readonly ClauseAccount[];
  readonly policy: string;
  readonly onClose: () => void;
}

type Asking = 'open' | 'unexpressed' | 'notARule';
type Outcome = { readonly text: string; readonly undo?: () => void; readonly stopped?: boolean };

/** What a sentence became, and what it can become. */
export function SentenceDock({ document, start, sentence, clause, rules, accounts, policy, onClose }: DockProps) {
  const say = useWords(sourceWords);
  const language = useLanguage();
  const [asking, setAsking] = useState<Asking | undefined>(undefined);
  const [outcome, setOutcome] = useState<Outcome | undefined>(undefined);
  const cite = useCitePlan(document, sentence);

  const write = async (plan: SentencePlan | undefined, cited: boolean): Promise<void> => {
    setAsking(undefined);
    if (!plan) return setOutcome({ text: say('textMoved'), stopped: true });
    if (!plan.ok) return setOutcome({ text: plan.problem[language], stopped: true });
    const undo = await writePlan(plan);
    setOutcome({ text: cited ? say('doneCite') : say('done', { text: plan.written.split('\n', 1).join('') }), undo });
  };
  const place = () => {
    const { openFile, places } = workspace.getState();
    const offset = openFile === undefined ? undefined : places[openFile]?.caret;
    return openFile === undefined || offset === undefined ? {} : { at: { file: openFile, offset } };
  };
  const task = async (made: SentenceTask): Promise<void> => write(await planSentence(document, sentence, made), false);
  const because = (kind: Asking, why: string): void => {
    void task(kind === 'notARule' ? { kind, folder: folderOf(document), why } : { kind, policy, ...place(), why });
  };
  const missing = (clause?.numbers ?? []).filter(({ fate }) => fate === undefined);
  return (
    <section className={styles.dock} aria-label={say('dock')} data-at-sentence={start}>
      <div className={styles.head}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons below do by keyboard what dragging does */}
        <q
          className={styles.sentence}
          title={say('dragHint')}
          draggable
          onDragStart={(event) => carry(event.dataTransfer, { document, sentence })}
        >
          {sentence}
        </q>
        <IconButton size={24} icon="differs" label={say('close')} onClick={onClose} />
      </div>
      {asking === undefined ? <Where rules={rules} accounts={accounts} /> : null}
      {missing.length > 0 ? (
        <p className={styles.missing}>
          {say('unaccounted')}{' '}
          {missing.map(({ start: at, text }) => (
            <Tag key={at} tone="ochre" icon="open">
              {text}
            </Tag>
          ))}
        </p>
      ) : null}
      {asking === undefined ? (
        <div className={styles.acts}>
          <CiteButton plan={cite} onClick={() => void write(cite, true)} />
          <Button small onClick={() => void task({ kind: 'rule', policy, ...place() })}>
            {say('begin')}
          </Button>
          <Button small onClick={() => setAsking('open')}>
            {say('leave')}
          </Button>
          <Button small onClick={() => setAsking('notARule')}>
            {say('setAside')}
          </Button>
          <Button small onClick={() => setAsking('unexpressed')}>
            {say('notExpressed')}
          </Button>
        </div>
      ) : (
        <ReasonLine kind={asking} onBack={() => setAsking(undefined)} onWrite={(why) => because(asking, why)} />
      )}
      {outcome ? (
        <p className={outcome.stopped === true ? styles.stopped : styles.done}>
          {outcome.text}
          {outcome.undo ? (
            <Button
              small
              kind="quiet"
              icon="reverse"
              onClick={() => {
                outcome.undo?.();
                setOutcome({ text: say('undone2') });
              }}
            >
              {say('undo')}
            </Button>
          ) : null}
        </p>
      ) : null}
      <Live text={outcome?.text ?? ''} />
    </section>
  );
}

/** Documents lie in the folder `sources` of their area. */
const folderOf = (document: string): string => document.split('/').slice(0, -2).join('/') || folderNow();

function CiteButton({ plan, onClick }: { readonly plan: SentencePlan | undefined; readonly onClick: () => void }) {
  const say = useWords(sourceWords);
  const language = useLanguage();
  const files = useStore(workspace, (now) => now.files);
  if (plan?.ok !== true || !plan.cited) {
    return (
      <Button small disabled title={plan?.ok === false ? plan.problem[language] : say('citeNone')}>
        {plan?.ok === false ? plan.problem[language] : say('citeNone')}
      </Button>
    );
  }
  const { rule, differs } = plan.cited;
  const text = files[rule.file]?.text;
  return (
    <>
      <Button small kind="primary" title={text?.slice(rule.start, rule.end).slice(0, 120) ?? ''} onClick={onClick}>
        {say('cite', { line: lineOf(text, rule.start) })}
      </Button>
      {differs.length > 0 ? (
        <Tag tone="ochre" icon="warning">
          {say('differs', { numbers: differs.join('、'), says: plan.cited.says.join('、') })}
        </Tag>
      ) : plan.cited.says.length > 0 ? (
        <Tag tone="jade" icon="holds">
          {say('agrees')}
        </Tag>
      ) : null}
    </>
  );
}

/** More than these are shown only when asked for. */
const FEW_RULES = 3;

function Where({ rules, accounts }: Pick<DockProps, 'rules' | 'accounts'>) {
  const say = useWords(sourceWords);
  const files = useStore(workspace, (now) => now.files);
  const [whole, setWhole] = useState(false);
  const note = accounts.find(({ fate }) => fate === 'notARule' || fate === 'unexpressed');
  if (rules.length === 0 && note) {
    return (
      <p className={styles.where}>
        {say(note.fate === 'notARule' ? 'aside' : 'noted')}
        <Button small kind="quiet" onClick={() => reveal({ file: note.by.file, start: note.by.start, end: note.by.end })}>
          {say('goNote')}
        </Button>
      </p>
    );
  }
  if (rules.length === 0) return <p className={styles.where}>{say('noRule')}</p>;
  return (
    <p className={styles.where}>
      {say('rulesHere', { count: rules.length })}
      {rules.slice(0, whole ? rules.length : FEW_RULES).map((link) => {
        const text = files[link.rule.file]?.text ?? '';
        const words = text.slice(link.rule.start, link.rule.end).split('\n', 1).join('').slice(0, 22);
        return (
          <Button
            key={`${link.cited.file} ${link.cited.start} ${link.rule.start}`}
            small
            kind="quiet"
            icon="link"
            title={link.policy}
            onClick={() => goToRule(link)}
          >
            {say('goRule', { line: lineOf(text, link.rule.start), text: words })}
          </Button>
        );
      })}
      {rules.length > FEW_RULES && !whole ? (
        <Button small kind="quiet" onClick={() => setWhole(true)}>
          {say('moreRules', { count: rules.length - FEW_RULES })}
        </Button>
      ) : null}
    </p>
  );
}
