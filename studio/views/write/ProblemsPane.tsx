import { Fragment, memo, useMemo } from 'react';
import { useStore } from 'zustand';
import { openNotice } from '../../commands/open-notices.ts';
import { applyEdits, applyFix, reveal, revealFinding } from '../../loop/loop.ts';
import { analysis, countOf, summaryOf } from '../../store/analysis.ts';
import { clauses, undoneOf } from '../../store/clauses.ts';
import { layout } from '../../store/layout.ts';
import { selection } from '../../store/selection.ts';
import { workspace } from '../../store/workspace.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import { Button, IconButton, Keys } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Live } from '../../ui/Live.tsx';
import { Pane } from '../../ui/Pane.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { OpenActs } from './OpenActs.tsx';
import styles from './ProblemsPane.module.css';
import type { ToDo } from './select.ts';
import { baseName, groupsOf, sameToDo, toDos } from './select.ts';
import { writeWords } from './strings.ts';

const ICON = { error: 'differs', warning: 'warning', hint: 'info' } as const;
const FACT = { open: 'openPoint', assumed: 'assumedPoint', noted: 'notedPoint' } as const;
const EFFECT = { open: 'blocks', assumed: 'listed', noted: 'noted' } as const;
const TONE = { error: 'verm', warning: 'ochre', hint: 'dim' } as const;

/** What is left to do, in the officer's words, with the repair as a button. */
export function ProblemsPane() {
  const say = useWords(writeWords);
  const diagnostics = useStore(analysis, (now) => now.findings);
  const policy = useStore(workspace, (now) => now.policy);
  const folded = !useStore(layout, (now) => now.problemsOpen);
  const summary = useStore(analysis, (now) => summaryOf(now, policy)?.summary);
  // Lines are those of the text that the findings are of; it moves on with every letter, and they with the next findings.
  const list = useMemo(() => toDos(diagnostics ?? [], workspace.getState().files, summary), [diagnostics, summary]);
  const groups = useMemo(() => groupsOf(list), [list]);
  const undone = undoneOf(useStore(clauses));
  const count = countOf(diagnostics ?? []);
  const open = summary?.open.length ?? 0;
  const sentence =
    diagnostics === undefined ? say('looking') : count.error > 0 ? say('notClean') : open > 0 ? say('cleanOpen') : say('clean');

  return (
    <Pane
      title={say('problems')}
      paneId="problems"
      bare
      hint={
        <span className={styles.counts}>
          {count.error > 0 ? <Tag tone="verm">{say('errors', { count: count.error })}</Tag> : null}
          {count.warning > 0 ? <Tag tone="ochre">{say('warnings', { count: count.warning })}</Tag> : null}
          {open > 0 ? <Tag tone="ochre">{say('open', { count: open })}</Tag> : null}
          {count.hint > 0 ? <Tag>{say('hints', { count: count.hint })}</Tag> : null}
          <span className={styles.sentence}>{sentence}</span>
        </span>
      }
      extra={
        <>
          <span className={styles.keys}>
            <Keys>{'F8'}</Keys> {say('next')} <Keys>{'Alt ↵'}</Keys> {say('ways')}
          </span>
          <IconButton
            size={24}
            icon={folded ? 'chevronUp' : 'chevronDown'}
            label={say(folded ? 'unfold' : 'fold')}
            expanded={!folded}
            onClick={() => layout.setState({ problemsOpen: folded })}
          />
        </>
      }
    >
      <Live text={diagnostics ? say('live', { errors: count.error, warnings: count.warning }) : ''} />
      {list.length === 0 && undone.length === 0 && diagnostics ? <p className={styles.none}>{say('nothing')}</p> : null}
      <ul>
        {groups.map((group) => (
          <Fragment key={group.key}>
            {group.fix ? (
              <li className={styles.group}>
                <span>{say('sameKind', { count: group.items.length })}</span>
                <Button small onClick={() => void applyEdits(group.fix ?? [])}>
                  {say('fixAll', { count: group.items.length })}
                </Button>
              </li>
            ) : null}
            {group.items.map((item) => (
              <Row key={item.id} item={item} />
            ))}
          </Fragment>
        ))}
        {undone.length > 0 ? (
          <li className={styles.row}>
            <span className={styles.ochre}>
              <Icon name="document" />
            </span>
            <button type="button" className={styles.what} onClick={nextUndone}>
              <span className={styles.place}>{say('source')}</span>
              <span className={styles.fact}>{say('undoneSentences', { count: undone.length })}</span>
              <span className={styles.why}>{say('undoneWhy')}</span>
            </button>
            <span className={styles.acts}>
              <Button small onClick={nextUndone}>
                {say('nextSentence')}
              </Button>
            </span>
          </li>
        ) : null}
      </ul>
    </Pane>
  );
}

/** Shows the next sentence of the document that nothing accounts for. */
function nextUndone(): void {
  const { found } = clauses.getState();
  const all = undoneOf(clauses.getState());
  const here = selection.getState().clause?.start ?? -1;
  const one = all.find(({ start }) => start > here) ?? all[0];
  if (!found || !one) return;
  layout.setState({ documentOpen: true });
  selection.setState({ clause: { file: found.path, start: one.start, end: one.end }, rule: undefined, address: undefined });
}

/** Drawn again only when it says something else: most findings are not touched by a letter. */
const Row = memo(
  function Row({ item }: { readonly item: ToDo }) {
    const say = useWords(writeWords);
    const language = useLanguage();
    const openFile = useStore(workspace, (now) => now.openFile);
    const place =
      item.file === openFile ? say('atLine', { line: item.line }) : say('inFile', { file: baseName(item.file), line: item.line });
    if (item.kind === 'open') {
      const { point } = item;
      return (
        <li className={styles.row}>
          <span className={point.how === 'noted' ? styles.dim : styles.ochre}>
            <Icon name="open" />
          </span>
          <button
            type="button"
            className={styles.what}
            onClick={() => reveal({ file: point.source.file, start: point.source.start, end: point.source.end })}
          >
            <span className={styles.place}>{place}</span>
            <span className={styles.fact}>{say(FACT[point.how], { address: point.address, reason: point.reason })}</span>
            <span className={styles.why}>{say(EFFECT[point.how])}</span>
          </button>
          <OpenActs point={point} />
        </li>
      );
    }
    const { finding } = item;
    return (
      <li className={styles.row}>
        <span className={styles[TONE[finding.severity]]}>
          <Icon name={ICON[finding.severity]} />
        </span>
        <button
          type="button"
          className={styles.what}
          title={[finding.what[language], finding.why[language], finding.remedy[language]].join('\n')}
          onClick={() => revealFinding(finding)}
        >
          <span className={styles.place}>{place}</span>
          <span className={styles.fact}>{finding.what[language]}</span>
          <span className={styles.why}>{[finding.why[language], finding.remedy[language]].join(' ')}</span>
          <code className={styles.code}>{finding.code}</code>
        </button>
        <span className={styles.acts}>
          {finding.code === 'citations/document-missing' ? (
            <Button small onClick={openNotice.run}>
              {say('bringIn')}
            </Button>
          ) : null}
          {finding.fixes.slice(0, 3).map((fix) => (
            <Button key={fix.title.zh} small title={fix.title[language]} onClick={() => void applyFix(fix)}>
              {fix.title[language]}
            </Button>
          ))}
        </span>
      </li>
    );
  },
  ({ item: before }, { item }) => sameToDo(before, item),
);
