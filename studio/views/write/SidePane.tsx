import { useState } from 'react';
import { useStore } from 'zustand';
import { reveal } from '../../loop/loop.ts';
import { analysis, summaryOf } from '../../store/analysis.ts';
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
import { LiveStrip } from './LiveStrip.tsx';
import styles from './SidePane.module.css';
import { scenariosOf } from './select.ts';
import { writeWords } from './strings.ts';

/** Beside the text: does it still do what the examples say, and what is in it. */
export function SidePane() {
  const say = useWords(writeWords);
  const [shown, show] = useState<'scenarios' | 'outline'>('scenarios');
  const policy = useStore(workspace, (now) => now.policy);
  return (
    <Pane
      icon={shown === 'scenarios' ? 'check' : 'list'}
      title={say(shown)}
      paneId="side"
      bare
      foot={<LiveStrip policy={policy} />}
      extra={
        <Segmented
          label={say('side')}
          value={shown}
          onChange={show}
          options={[
            { value: 'scenarios', text: say('scenarios') },
            { value: 'outline', text: say('outline') },
          ]}
        />
      }
    >
      {shown === 'scenarios' ? <Scenarios /> : <Outline />}
    </Pane>
  );
}

function Scenarios() {
  const say = useWords(writeWords);
  const policy = useStore(workspace, (now) => now.policy);
  const version = useStore(workspace, (now) => now.version);
  const state = useStore(analysis);
  const { scenarios, scenariosVersion } = state;
  const stale = scenariosVersion !== version || summaryOf(state, policy)?.fresh === false;
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
  const nodes = useStore(analysis, (now) => (openFile === undefined ? undefined : now.analysis?.outlines[openFile]));
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
