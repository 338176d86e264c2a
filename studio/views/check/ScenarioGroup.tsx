import { useState } from 'react';
import { useStore } from 'zustand';
import { reveal } from '../../loop/loop.ts';
import { layout } from '../../store/layout.ts';
import { simulation } from '../../store/simulation.ts';
import { chosen, workspace } from '../../store/workspace.ts';
import { commonWords } from '../../strings/common.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Tag } from '../../ui/Tag.tsx';
import type { PolicySummary, Tick } from '../../worker/protocol.ts';
import { correctedExpectation } from './expectation.ts';
import { FixExpectation } from './FixExpectation.tsx';
import type { CaseGroup, CaseRow } from './groups.ts';
import { onDesk, patientOf } from './open-patient.ts';
import styles from './ScenarioGroup.module.css';
import { figureOf, inputText } from './select.ts';
import { checkWords } from './strings.ts';

/** One test table: a row for each compared event, its inputs, then each compared value with what was expected under it. */
export function ScenarioGroup({ group, summary }: { readonly group: CaseGroup; readonly summary: PolicySummary | undefined }) {
  const say = useWords(checkWords);
  const sayCommon = useWords(commonWords);
  const [fixing, setFixing] = useState<{ readonly row: CaseRow; readonly tick: Tick }>();
  const name = group.name === '' ? say('groupOther') : group.name;
  const shown = (field: string, value: unknown): string =>
    inputText(value, summary?.inputs.find((one) => one.name === field)?.type.kind, sayCommon('yes'), sayCommon('no'));
  return (
    <section className={styles.group} aria-label={name}>
      <header className={styles.head}>
        <h3>{name}</h3>
        <small>{say('groupCount', { count: group.rows.length })}</small>
        {group.failing > 0 ? (
          <Tag tone="verm" icon="differs">
            {say('groupFailing', { count: group.failing })}
          </Tag>
        ) : (
          <Tag tone="jade" icon="holds">
            {say('holds')}
          </Tag>
        )}
        {group.alike.length > 0 ? (
          <span className={styles.alike} title={say('alike')}>
            {group.alike.map(({ name: field, value }) => `${field} ${shown(field, value)}`).join(' · ')}
          </span>
        ) : null}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll sideways, which the keyboard must reach */}
      <div className={styles.scroll} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.name}>
                {say('caseName')}
              </th>
              {group.varying.map((field) => (
                <th key={field} scope="col">
                  {field}
                </th>
              ))}
              {group.labels.map((label) => (
                <th key={label} scope="col" className={styles.value}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {group.rows.map((row, index) => (
              <Row
                key={`${row.scenario.range.file}${row.scenario.range.start}-${row.event}`}
                row={row}
                goesOn={group.rows[index - 1]?.scenario === row.scenario}
                group={group}
                summary={summary}
                shown={shown}
                onFix={(tick) => setFixing({ row, tick })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {fixing ? <FixExpectation title={fixing.row.scenario.title} tick={fixing.tick} onClose={() => setFixing(undefined)} /> : null}
    </section>
  );
}

interface RowProps {
  readonly row: CaseRow;
  /** The row above is of the same scenario: its name is not said again. */
  readonly goesOn: boolean;
  readonly group: CaseGroup;
  readonly summary: PolicySummary | undefined;
  readonly shown: (field: string, value: unknown) => string;
  readonly onFix: (tick: Tick) => void;
}

function Row({ row, goesOn, group, summary, shown, onFix }: RowProps) {
  const say = useWords(checkWords);
  const { scenario, event, of } = row;
  const patient = summary ? patientOf(scenario.stream, summary, `${scenario.range.file}:${scenario.range.start}`) : undefined;
  const open = (): void => {
    if (!patient) return;
    simulation.setState((state) => ({ ...onDesk(state, patient, scenario.stream), encounterId: patient.encounters[event]?.id }));
    workspace.setState((state) => chosen(state, { policy: patient.policy }));
    layout.setState({ view: 'simulate' });
  };
  return (
    <tr className={classes(!row.pass && styles.failing)}>
      <th scope="row" className={styles.name}>
        <span className={styles.title}>
          {goesOn ? (
            <span className={styles.goesOn}>
              <span className="unseen">{scenario.title}</span>
              {say('visitOf', { number: event + 1, of })}
            </span>
          ) : (
            <button type="button" title={say('show')} onClick={() => reveal({ ...scenario.range, end: scenario.range.start })}>
              {scenario.title}
            </button>
          )}
          <IconButton
            size={24}
            icon="simulate"
            label={say('openSimulate')}
            disabled={!patient}
            {...(patient ? {} : { title: say('notOpenable') })}
            onClick={open}
          />
        </span>
        {of > 1 && !goesOn ? <small>{say('visitOf', { number: event + 1, of })}</small> : null}
      </th>
      {group.varying.map((field) => (
        <td key={field}>{shown(field, row.inputs[field])}</td>
      ))}
      {group.labels.map((label) => (
        <Value key={label} tick={row.ticks.find((tick) => tick.label === label)} onFix={onFix} />
      ))}
    </tr>
  );
}

function Value({ tick, onFix }: { readonly tick: Tick | undefined; readonly onFix: (tick: Tick) => void }) {
  const say = useWords(checkWords);
  const text = useStore(workspace, (now) => (tick ? now.files[tick.range.file]?.text : undefined));
  if (!tick) return <td />;
  const can = !tick.pass && text !== undefined && correctedExpectation(text, tick, '') !== undefined;
  return (
    <td className={classes(styles.value, !tick.pass && styles.wrong)}>
      <button type="button" title={say('show')} className={styles.figure} onClick={() => reveal(tick.range)}>
        {figureOf(tick.actual)} <Icon name={tick.pass ? 'holds' : 'differs'} size={14} />
        <span className="unseen">{say(tick.pass ? 'holds' : 'differs')}</span>
      </button>
      {tick.pass ? null : (
        <span className={styles.expected}>
          {say('expectedIs', { value: figureOf(tick.expected) })}
          {can ? (
            <Button small kind="quiet" onClick={() => onFix(tick)}>
              {say('correct')}
            </Button>
          ) : null}
        </span>
      )}
    </td>
  );
}
