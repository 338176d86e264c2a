import { useStore } from 'zustand';
import { importFiles } from '../../commands/import-files.ts';
import { newPolicy } from '../../commands/new-policy.ts';
import { analysis } from '../../store/analysis.ts';
import type { View } from '../../store/layout.ts';
import { layout } from '../../store/layout.ts';
import { chosen, workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { IconName } from '../../ui/icons.ts';
import { beginGuide } from './begin-guide.ts';
import { Demo } from './Demo.tsx';
import { DEMO_POLICY, demoFile } from './demo.ts';
import { ReturnedDesk } from './ReturnedDesk.tsx';
import styles from './Start.module.css';
import type { ReadyPolicy } from './select.ts';
import { readyPolicies } from './select.ts';
import { startWords } from './strings.ts';

const open = (view: View, policy: string | undefined): void => {
  if (policy !== undefined) workspace.setState((state) => chosen(state, { policy }));
  layout.setState({ view });
};

/** What this is, a number to try it on, and three doors. */
export default function Start() {
  const say = useWords(startWords);
  const withDemo = useStore(workspace, (state) => demoFile(state.files) !== undefined);
  const policies = readyPolicies(useStore(analysis));
  const known = useStore(workspace, (state) => state.policy) ?? policies.find((one) => one.name === DEMO_POLICY)?.name ?? policies[0]?.name;
  return (
    <div className={styles.start} data-pane="start" tabIndex={-1}>
      <header>
        <h1>{say(withDemo ? 'title' : 'plainTitle')}</h1>
        <p className={styles.subtitle}>{say(withDemo ? 'subtitle' : 'plainSubtitle')}</p>
      </header>
      <ReturnedDesk />
      {withDemo ? <Demo /> : null}
      <div className={styles.lower}>
        <section aria-labelledby="start-doors">
          <h2 id="start-doors" className={styles.head}>
            {say('doors')}
          </h2>
          <ul className={styles.doors}>
            {withDemo ? (
              <Door
                icon="eye"
                title={say('guide')}
                text={say('guideText')}
                action={say('guideDo')}
                onClick={() => beginGuide(say('guidePatient'))}
              />
            ) : null}
            <Door
              first
              icon="annual"
              title={say('annual')}
              text={say('annualText')}
              action={say('annualDo')}
              onClick={() => open('annual', known)}
            />
            <Door
              icon="simulate"
              title={say('simulate')}
              text={say('simulateText')}
              action={say('simulateDo')}
              onClick={() => open('simulate', known)}
            />
            <Door
              icon="table"
              title={say('review')}
              text={say('reviewText')}
              action={say('reviewDo')}
              onClick={() => open('patients', known)}
            />
            <Door icon="plus" title={say('anew')} text={say('anewText')} action={say('anewDo')} onClick={() => newPolicy.run()} />
            <Door
              icon="import"
              title={say('importing')}
              text={say('importingText')}
              action={say('importingDo')}
              onClick={() => importFiles.run()}
            />
          </ul>
        </section>
        <Ready policies={policies} />
      </div>
      <ul className={styles.promises}>
        {(['Guess', 'Keep', 'Explain', 'Keys'] as const).map((name) => (
          <li key={name}>
            <b>{say(`promise${name}`)}</b>
            {say(`promise${name}Text`)}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface DoorProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly onClick: () => void;
  readonly first?: boolean;
}

function Door({ icon, title, text, action, onClick, first = false }: DoorProps) {
  return (
    <li className={classes(styles.door, first && styles.first)}>
      <span className={styles.icon}>
        <Icon name={icon} size={21} />
      </span>
      <span className={styles.words}>
        <b>{title}</b>
        <small>{text}</small>
      </span>
      <Button kind={first ? 'primary' : 'plain'} onClick={onClick}>
        {action}
      </Button>
    </li>
  );
}

function Ready({ policies }: { readonly policies: readonly ReadyPolicy[] }) {
  const say = useWords(startWords);
  return (
    <section aria-labelledby="start-ready">
      <div className={styles.head}>
        <h2 id="start-ready">{say('ready')}</h2>
        <span>{say('readyCounts')}</span>
      </div>
      <ul className={styles.ready}>
        {policies.length === 0 ? <li className={styles.reading}>{say('reading')}</li> : null}
        {policies.map((policy) => (
          <li key={policy.name}>
            <button type="button" onClick={() => open('write', policy.name)}>
              <b>{[policy.area, policy.title].filter((part) => part !== '').join(' · ')}</b>
              <span className={styles.days}>
                {policy.days.map((day, at) => say(at === 0 ? 'base' : 'amended', { year: day.slice(0, 4) })).join(say('listed'))}
              </span>
              {policy.errors > 0 ? (
                <span className={styles.errors}>{say('readyErrors', { count: policy.errors })}</span>
              ) : (
                <span>{[policy.scenarios, policy.open].join(' / ')}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
