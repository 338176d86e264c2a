import { useStore } from 'zustand';
import { reveal } from '../../loop/loop.ts';
import { analysis, summaryOf } from '../../store/analysis.ts';
import { layout } from '../../store/layout.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Live } from '../../ui/Live.tsx';
import { Empty } from '../../ui/Notice.tsx';
import { Pane } from '../../ui/Pane.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Tag } from '../../ui/Tag.tsx';
import type { ScenarioOutcome } from '../../worker/protocol.ts';
import styles from './ScenariosPane.module.css';
import { figureOf, summed } from './select.ts';
import { checkWords } from './strings.ts';

/** Every scenario of the policy with a tick for each compared value; those that differ stand first. */
export function ScenariosPane({ only, onOnly }: { readonly only: 'all' | 'failing'; readonly onOnly: (only: 'all' | 'failing') => void }) {
  const say = useWords(checkWords);
  const policy = useStore(workspace, (now) => now.policy);
  const version = useStore(workspace, (now) => now.version);
  const state = useStore(analysis);
  const { scenarios, scenariosVersion } = state;
  const { own, failing, ticks } = summed(scenarios, policy);
  const sentence = failing > 0 ? say('someDiffer', { failing, all: own.length, ticks }) : say('allPass', { count: own.length, ticks });
  const shown = only === 'failing' ? own.filter((scenario) => !scenario.pass) : own;
  const stale = scenariosVersion !== version || summaryOf(state, policy)?.fresh === false;

  if (own.length === 0) {
    return (
      <Pane icon="check" title={say('title')} paneId="scenarios">
        {scenariosVersion < 0 ? (
          <p className={styles.waiting}>{say('running')}</p>
        ) : (
          <Empty title={say('none')} actions={<Button onClick={() => layout.setState({ view: 'simulate' })}>{say('toSimulate')}</Button>}>
            {say('noneHow')}
          </Empty>
        )}
      </Pane>
    );
  }
  return (
    <Pane
      icon="check"
      title={say('title')}
      paneId="scenarios"
      bare
      hint={stale ? say('stale') : say('question')}
      extra={
        <Segmented
          label={say('filter')}
          value={only}
          onChange={onOnly}
          options={[
            { value: 'all', text: say('all', { count: own.length }) },
            { value: 'failing', text: say('failing', { count: failing }) },
          ]}
        />
      }
    >
      <p className={classes(styles.sum, failing > 0 ? styles.verm : styles.jade)}>
        <Icon name={failing > 0 ? 'differs' : 'holds'} size={18} /> {sentence}
      </p>
      <Live text={sentence} />
      {shown.length === 0 ? <Empty title={say('noneFailing')} /> : null}
      <table className={classes(styles.table, stale && styles.stale)}>
        <thead className={classes(shown.length === 0 && 'unseen')}>
          <tr>
            <th scope="col">{say('value')}</th>
            <th scope="col">{say('expected')}</th>
            <th scope="col">{say('actual')}</th>
            <th scope="col">
              <span className="unseen">{say('holds')}</span>
            </th>
          </tr>
        </thead>
        {shown.map((scenario) => (
          <Scenario key={`${scenario.range.file}:${scenario.title}`} scenario={scenario} />
        ))}
      </table>
    </Pane>
  );
}

function Scenario({ scenario }: { readonly scenario: ScenarioOutcome }) {
  const say = useWords(checkWords);
  const passed = scenario.ticks.filter((tick) => tick.pass).length;
  return (
    <tbody className={classes(!scenario.pass && styles.failing)}>
      <tr className={styles.head}>
        <th scope="rowgroup" colSpan={2}>
          <button type="button" title={say('show')} onClick={() => reveal({ ...scenario.range, end: scenario.range.start })}>
            {scenario.title}
          </button>
        </th>
        <td colSpan={2}>
          <Tag tone={scenario.pass ? 'jade' : 'verm'} icon={scenario.pass ? 'holds' : 'differs'}>
            {say('passed', { passed, all: scenario.ticks.length })}
          </Tag>
        </td>
      </tr>
      {scenario.ticks.map((tick) => (
        <tr key={`${tick.range.start}${tick.label}`} className={classes(!tick.pass && styles.wrong)}>
          <th scope="row">
            <button type="button" title={say('show')} onClick={() => reveal(tick.range)}>
              {tick.label}
            </button>
          </th>
          <td title={tick.expected}>{figureOf(tick.expected)}</td>
          <td title={tick.actual}>{figureOf(tick.actual)}</td>
          <td>
            <Icon name={tick.pass ? 'holds' : 'differs'} />
            <span className="unseen">{say(tick.pass ? 'holds' : 'differs')}</span>
          </td>
        </tr>
      ))}
    </tbody>
  );
}
