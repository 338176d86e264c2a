import { useStore } from 'zustand';
import { reveal } from '../../loop/loop.ts';
import { useLater } from '../../loop/use-later.ts';
import { analysis, summaryOf } from '../../store/analysis.ts';
import { layout } from '../../store/layout.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Live } from '../../ui/Live.tsx';
import { Empty } from '../../ui/Notice.tsx';
import { Pane } from '../../ui/Pane.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Tag } from '../../ui/Tag.tsx';
import type { OutlineNode, ScenarioOutcome } from '../../worker/protocol.ts';
import { FileTabs } from './FileTabs.tsx';
import { LiveStrip } from './LiveStrip.tsx';
import styles from './SidePane.module.css';
import { scenariosOf } from './select.ts';
import { writeWords } from './strings.ts';
import { TablePane } from './table/TablePane.tsx';
import { useFiles } from './use-files.ts';
import { useTextFirst } from './use-text-first.ts';

const ICON = { table: 'table', scenarios: 'check', outline: 'list' } as const;

/** Beside the text: its rules as tables, whether it still does what the examples say, and what is in it. */
export function SidePane({ onScroll }: { readonly onScroll: () => void }) {
  const say = useWords(writeWords);
  const { side: shown, textOpen } = useStore(layout);
  const { tabs, others, shown: file, paths } = useFiles();
  const policy = useStore(workspace, (now) => now.policy);
  const turn = useTextFirst(textOpen);
  return (
    <Pane
      icon={ICON[shown]}
      title={say(shown)}
      paneId="side"
      bare
      hint={shown === 'table' ? say('tableHint') : undefined}
      foot={<LiveStrip policy={policy} />}
      extra={
        <Segmented
          label={say('side')}
          value={shown}
          onChange={(side) => layout.setState({ side })}
          options={[
            { value: 'table', text: say('table') },
            { value: 'scenarios', text: say('scenarios') },
            { value: 'outline', text: say('outline') },
          ]}
        />
      }
    >
      <div className={styles.frame}>
        {textOpen ? null : <FileTabs tabs={tabs} others={others} shown={file} paths={paths} />}
        <div className={styles.content}>
          {!turn ? null : shown === 'table' ? <TablePane onScroll={onScroll} /> : shown === 'scenarios' ? <Scenarios /> : <Outline />}
        </div>
      </div>
    </Pane>
  );
}

function Scenarios() {
  const say = useWords(writeWords);
  const policy = useStore(workspace, (now) => now.policy);
  const version = useLater(workspace, (now) => now.version);
  const scenarios = useLater(analysis, (now) => now.scenarios);
  const scenariosVersion = useLater(analysis, (now) => now.scenariosVersion);
  const settleable = useLater(analysis, (now) => summaryOf(now, policy)?.fresh !== false);
  const stale = scenariosVersion !== version || !settleable;
  const own = scenariosOf(scenarios, policy);
  const failing = own.filter((scenario) => !scenario.pass).length;
  const sentence = failing > 0 ? say('someDiffer', { failing, all: own.length }) : say('allPass', { count: own.length });
  if (own.length === 0) return scenariosVersion < 0 ? null : <Empty title={say('scenariosNone')}>{say('scenariosNoneHow')}</Empty>;
  return (
    <div className={classes(styles.scenarios, stale && styles.stale)}>
      <p className={classes(styles.sum, failing > 0 ? styles.verm : styles.jade)}>
        <Icon name={failing > 0 ? 'differs' : 'holds'} /> {sentence}
      </p>
      <Live text={sentence} />
      <ul>
        {own.map((scenario) => (
          <Scenario key={`${scenario.range.file}:${scenario.title}`} scenario={scenario} />
        ))}
      </ul>
    </div>
  );
}

function Scenario({ scenario }: { readonly scenario: ScenarioOutcome }) {
  const say = useWords(writeWords);
  const passed = scenario.ticks.filter((tick) => tick.pass).length;
  return (
    <li className={styles.scenario}>
      <button type="button" className={styles.title} onClick={() => reveal({ ...scenario.range, end: scenario.range.start })}>
        <span>{scenario.title}</span>
        <Tag tone={scenario.pass ? 'jade' : 'verm'} icon={scenario.pass ? 'holds' : 'differs'}>
          {scenario.pass
            ? say('passed', { passed, all: scenario.ticks.length })
            : say('differs', { count: scenario.ticks.length - passed })}
        </Tag>
      </button>
      {scenario.pass ? null : (
        <ul className={styles.ticks}>
          {scenario.ticks
            .filter((tick) => !tick.pass)
            .map((tick) => (
              <li key={`${tick.range.start}${tick.label}`}>
                <button type="button" className={styles.tick} onClick={() => reveal(tick.range)}>
                  <span className={styles.label}>{tick.label}</span>
                  <span className={styles.expected}>{say('expected', { value: tick.expected })}</span>
                  <span className={styles.actual}>{say('actual', { value: tick.actual })}</span>
                </button>
              </li>
            ))}
        </ul>
      )}
    </li>
  );
}

function Outline() {
  const say = useWords(writeWords);
  const openFile = useStore(workspace, (now) => now.openFile);
  const nodes = useLater(analysis, (now) => (openFile === undefined ? undefined : now.analysis?.outlines[openFile]));
  if (!nodes || nodes.length === 0) return <Empty title={say('outlineNone')}>{say('outlineNoneHow')}</Empty>;
  return (
    <nav aria-label={say('outline')} className={styles.outline}>
      <Nodes nodes={nodes} />
    </nav>
  );
}

function Nodes({ nodes }: { readonly nodes: readonly OutlineNode[] }) {
  return (
    <ul>
      {nodes.map((node) => (
        <li key={`${node.range.start}${node.name}`}>
          <button type="button" className={styles.node} onClick={() => reveal(node.nameRange)}>
            <span className={styles.word}>{node.word}</span> {node.name}
          </button>
          {node.children.length > 0 ? <Nodes nodes={node.children} /> : null}
        </li>
      ))}
    </ul>
  );
}
