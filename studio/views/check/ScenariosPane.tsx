import { useDeferredValue, useState } from 'react';
import { useStore } from 'zustand';
import { exportSheets } from '../../commands/export-sheets.ts';
import { analysis, summaryOf } from '../../store/analysis.ts';
import { layout } from '../../store/layout.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Live } from '../../ui/Live.tsx';
import { Empty } from '../../ui/Notice.tsx';
import { Pane } from '../../ui/Pane.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { groupsOf } from './groups.ts';
import { ScenarioGroup } from './ScenarioGroup.tsx';
import styles from './ScenariosPane.module.css';
import { summed } from './select.ts';
import { checkWords } from './strings.ts';

/** Every scenario of the policy as test tables, a tick for each compared value; those that differ stand first. */
export function ScenariosPane() {
  const say = useWords(checkWords);
  const policy = useStore(workspace, (now) => now.policy);
  const version = useStore(workspace, (now) => now.version);
  const state = useStore(analysis);
  const [only, setOnly] = useState<'all' | 'failing'>('all');
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search);
  const { scenarios, scenariosVersion } = state;
  const { own, failing, ticks } = summed(scenarios, policy);
  const found = summaryOf(state, policy);
  const sentence = failing > 0 ? say('someDiffer', { failing, all: own.length, ticks }) : say('allPass', { count: own.length, ticks });
  const groups = groupsOf(only === 'failing' ? own.filter(({ pass }) => !pass) : own, found?.summary, wanted);
  const stale = scenariosVersion !== version || found?.fresh === false;

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
        <>
          <input
            type="search"
            className={styles.search}
            aria-label={say('find')}
            placeholder={say('find')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          <IconButton icon="table" label={say('workbook')} onClick={exportSheets.run} />
          <Segmented
            label={say('filter')}
            value={only}
            onChange={setOnly}
            options={[
              { value: 'all', text: say('all', { count: own.length }) },
              { value: 'failing', text: say('failing', { count: failing }) },
            ]}
          />
        </>
      }
    >
      <p className={classes(styles.sum, failing > 0 ? styles.verm : styles.jade)}>
        <Icon name={failing > 0 ? 'differs' : 'holds'} size={18} /> {sentence}
      </p>
      <Live text={sentence} />
      {groups.length === 0 ? (
        <Empty
          title={wanted.trim() === '' ? say('noneFailing') : say('findNone', { text: wanted.trim() })}
          actions={
            <Button
              onClick={() => {
                setSearch('');
                setOnly('all');
              }}
            >
              {say('clearFind')}
            </Button>
          }
        />
      ) : null}
      <div className={classes(styles.groups, stale && styles.stale)}>
        {groups.map((group) => (
          <ScenarioGroup key={group.name} group={group} summary={found?.summary} />
        ))}
      </div>
    </Pane>
  );
}
