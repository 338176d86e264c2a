import { useStore } from 'zustand';
import { runProperties, stopProperties } from '../../loop/checking.ts';
import { reveal } from '../../loop/loop.ts';
import { analysis, summaryOf } from '../../store/analysis.ts';
import { checking, PATIENTS_DRAWN } from '../../store/checking.ts';
import { layout } from '../../store/layout.ts';
import type { SamplePatient } from '../../store/simulation.ts';
import { simulation } from '../../store/simulation.ts';
import { workspace } from '../../store/workspace.ts';
import { grouped } from '../../strings/money.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Notice.tsx';
import { Pane } from '../../ui/Pane.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Tag } from '../../ui/Tag.tsx';
import type { PropertyOutcome, SymbolEntry } from '../../worker/protocol.ts';
import { onDesk, patientOf } from './open-patient.ts';
import styles from './PropertiesPane.module.css';
import { lawIn } from './select.ts';
import { checkWords } from './strings.ts';

/** Laws over all patients: looked for counterexamples when asked, with progress, stoppable. */
export function PropertiesPane() {
  const say = useWords(checkWords);
  const policy = useStore(workspace, (now) => now.policy);
  const version = useStore(workspace, (now) => now.version);
  const { analysis: found, properties, propertiesVersion, propertiesProgress: progress } = useStore(analysis);
  const drawn = useStore(checking, (now) => now.drawn);
  const own = (found?.symbols ?? []).filter((symbol) => symbol.kind === 'property' && symbol.policy === policy);
  const language = useLanguage();
  const stale = !progress && propertiesVersion !== version && properties.some((one) => one.policy === policy);
  const search = (): void => {
    const titles = own.map(({ name }) => name);
    if (policy !== undefined) void runProperties(policy, titles, Number(drawn));
  };
  return (
    <Pane
      icon="shield"
      title={say('properties')}
      hint={say('propertiesQuestion')}
      paneId="properties"
      bare
      extra={
        own.length === 0 ? null : progress ? (
          <Button small onClick={stopProperties}>
            {say('stop')}
          </Button>
        ) : (
          <span className={styles.search}>
            <Segmented
              label={say('drawn')}
              value={drawn}
              options={PATIENTS_DRAWN.map((value) => ({ value, text: say('drawnOf', { runs: grouped(value) }) }))}
              onChange={(next) => checking.setState({ drawn: next })}
            />
            <Button small icon="search" onClick={search}>
              {say('search')}
            </Button>
          </span>
        )
      }
    >
      {own.length === 0 ? <Empty title={say('propertiesNone')}>{say('propertiesNoneHow')}</Empty> : null}
      {progress ? (
        <ProgressBar
          done={progress.done}
          total={progress.total}
          label={say('search')}
          said={[
            say('progress', { done: grouped(String(progress.done)), total: grouped(String(progress.total)) }),
            progress.what[language],
          ].join(' · ')}
        />
      ) : null}
      {stale ? <p className={styles.stale}>{say('nudgeStale')}</p> : null}
      <ul>
        {own.map((symbol) => (
          <Property
            key={symbol.range.start}
            symbol={symbol}
            outcome={properties.find((one) => one.title === symbol.name && one.policy === symbol.policy)}
          />
        ))}
      </ul>
    </Pane>
  );
}

function Property({ symbol, outcome }: { readonly symbol: SymbolEntry; readonly outcome: PropertyOutcome | undefined }) {
  const say = useWords(checkWords);
  const language = useLanguage();
  const law = useStore(workspace, (now) => lawIn(now.files[symbol.range.file]?.text ?? '', symbol.range.start));
  return (
    <li className={styles.property}>
      <button type="button" className={styles.title} onClick={() => reveal(symbol.range)}>
        {symbol.name}
      </button>
      {law === '' ? null : <p className={styles.law}>{law}</p>}
      {outcome === undefined ? <p className={styles.dim}>{say('notRun')}</p> : null}
      {outcome?.problem ? <p className={styles.dim}>{outcome.problem[language]}</p> : null}
      {outcome?.holds === true ? (
        <Tag tone="jade" icon="holds">
          {say('noCounterexample', { runs: grouped(String(outcome.runs)) })}
        </Tag>
      ) : null}
      {outcome?.holds === true && outcome.drawn > outcome.runs ? (
        <span className={styles.others}>
          {say('undecidedOf', { drawn: grouped(String(outcome.drawn)), others: grouped(String(outcome.drawn - outcome.runs)) })}
        </span>
      ) : null}
      {outcome && !outcome.holds && outcome.counterexample.length > 0 ? (
        <div className={styles.counter}>
          <Tag tone="verm" icon="differs">
            {say('counterexample')}
          </Tag>
          <dl>
            {outcome.counterexample.map((line) => (
              <div key={line.name}>
                <dt>{line.name}</dt>
                <dd>{line.value}</dd>
              </div>
            ))}
          </dl>
          <Opening outcome={outcome} />
        </div>
      ) : null}
    </li>
  );
}

/** Each side of a counterexample as a patient on the desk, where it can be changed and saved as a scenario. */
function Opening({ outcome }: { readonly outcome: PropertyOutcome }) {
  const say = useWords(checkWords);
  const state = useStore(analysis);
  const summary = summaryOf(state, outcome.policy)?.summary;
  const patients = outcome.patients.map((events, side) =>
    summary ? patientOf({ events, openings: [] }, summary, `${outcome.title}-${side + 1}`) : undefined,
  );
  if (patients.every((one) => one === undefined)) return null;
  const open = (patient: SamplePatient): void => {
    simulation.setState((now) => onDesk(now, patient, {}));
    layout.setState({ view: 'simulate' });
  };
  return (
    <p className={styles.opens}>
      {patients.map((patient, side) =>
        patient ? (
          <Button key={patient.id} small icon="simulate" onClick={() => open(patient)}>
            {patients.length === 1 ? say('counterOpenOne') : say('counterOpen', { number: side + 1 })}
          </Button>
        ) : null,
      )}
      {say('counterThen')}
    </p>
  );
}
