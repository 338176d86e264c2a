import { useEffect, useRef } from 'react';
import type { NewPart } from '../../../language/notice/new-benefit.ts';
import type { AnnualDraft } from '../../store/annual.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Tag } from '../../ui/Tag.tsx';
import type { AnnualReading } from '../../worker/protocol.ts';
import styles from './BenefitForm.module.css';
import { Verdict } from './ChangeTable.tsx';
import { changeBenefit, goOn, lookAt } from './decide.ts';
import { PartCell } from './PartCell.tsx';
import type { BenefitRow } from './select.ts';
import { anchorOf, namesNoVisit } from './select.ts';
import { annualWords } from './strings.ts';

const ROLES = ['deductible', 'ratio', 'cap'] as const;

/** A benefit that the version before lacks, filled from the notice: each cell can be typed over, what is missing is said. */
export function BenefitForm({
  row,
  current,
  annual: found,
  draft,
}: {
  readonly row: BenefitRow;
  readonly current: boolean;
  readonly annual: AnnualReading;
  readonly draft: AnnualDraft;
}) {
  const say = useWords(annualWords);
  const box = useRef<HTMLElement>(null);
  const { benefit, index } = row;
  const { policy } = draft;
  /** What is accepted folds up, so that the text below comes into view. */
  const open = row.state === 'todo' || current;
  const change = (next: Partial<typeof benefit>): void => changeBenefit(found, policy, index, next);
  useEffect(() => {
    if (current && !box.current?.contains(document.activeElement)) box.current?.focus();
  }, [current]);
  const unready = namesNoVisit(benefit);
  const take = (): void => {
    if (unready) return;
    change({ taken: 'yes' });
    goOn(found, policy, anchorOf(row));
  };
  const setCell = (part: NewPart, cell: number, text: string): void =>
    change({
      parts: benefit.parts.map((one) =>
        one === part ? { ...one, cells: one.cells.map((old, at) => (at === cell ? { ...old, text } : old)) } : one,
      ),
    });
  return (
    <section
      ref={box}
      tabIndex={current ? 0 : -1}
      aria-label={benefit.name}
      aria-current={current ? 'true' : undefined}
      className={classes(styles.box, current && styles.current, benefit.taken === 'no' && styles.out)}
      onKeyDown={(event) => {
        if (event.target !== box.current || event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return;
        event.preventDefault();
        take();
      }}
    >
      <header>
        <input
          className={styles.name}
          aria-label={say('benefitName')}
          value={benefit.name}
          size={Math.max(6, benefit.name.length * 2)}
          onChange={(event) => change({ name: event.target.value })}
        />
        <Tag tone="jade" icon="plus">
          {say('isNew')}
        </Tag>
        {open ? null : (
          <span className={styles.sum}>
            {benefit.parts.map((part) => say('cellsStated', { part: say(part.role), count: part.cells.length })).join(' · ')}
          </span>
        )}
        <span className={styles.grow} />
        {open ? null : (
          <Button small kind="quiet" onClick={() => lookAt(anchorOf(row))}>
            {say('openForm')}
          </Button>
        )}
        {benefit.taken === 'undecided' ? (
          <>
            <Button small kind="primary" disabled={unready} {...(current ? { keys: '↵' } : {})} onClick={take}>
              {say('takeIn')}
            </Button>
            <Button small kind="quiet" onClick={() => change({ taken: 'no' })}>
              {say('leaveOut')}
            </Button>
          </>
        ) : (
          <Button small kind="quiet" pressed onClick={() => change({ taken: 'undecided' })}>
            {benefit.taken === 'yes' ? `✓ ${say('acceptedMark')}` : say('leaveOut')}
          </Button>
        )}
      </header>
      {open ? (
        <>
          <div className={styles.line}>
            <span className={styles.part}>{say('appliesTo')}</span>
            <span className={styles.values}>
              {benefit.applies.all.map((value) => (
                <label key={value} className={styles.choice}>
                  <input
                    type="checkbox"
                    checked={benefit.applies.values.includes(value)}
                    onChange={(event) => {
                      const { all, values } = benefit.applies;
                      change({
                        applies: {
                          ...benefit.applies,
                          values: all.filter((one) => (one === value ? event.target.checked : values.includes(one))),
                        },
                      });
                    }}
                  />
                  {value}
                </label>
              ))}
            </span>
            {unready ? (
              <span className={styles.state}>
                <Verdict good={false}>{say('tickVisits')}</Verdict>
              </span>
            ) : null}
          </div>
          {ROLES.map((role) => {
            const part = benefit.parts.find((one) => one.role === role);
            if (!part)
              return role === 'cap' ? null : (
                <div key={role} className={styles.line}>
                  <span className={styles.part}>{say(role)}</span>
                  <span className={styles.missing}>{say('notStated')}</span>
                </div>
              );
            const empty = part.cells.filter(({ text }) => text === '').length;
            const [rows, columns] = part.axes;
            const heads = columns ? columns.groups : [];
            const all = part.axes.reduce((count, { groups }) => count * groups.reduce((sum, group) => sum + group.length, 0), 1);
            return (
              <div key={role} className={styles.line}>
                <span className={styles.part}>
                  {say(role)}
                  {role === 'ratio' ? null : <small>{part.yearly ? say('yearly') : say('eachVisit')}</small>}
                </span>
                <table className={styles.cells}>
                  {columns ? (
                    <thead>
                      <tr>
                        <td />
                        {heads.map((group) => (
                          <th key={group.join()} scope="col">
                            {group.join('、')}
                          </th>
                        ))}
                      </tr>
                    </thead>
                  ) : null}
                  <tbody>
                    {rows && columns ? (
                      rows.groups.map((group, at) => (
                        <tr key={group.join()}>
                          <th scope="row">{group.join('、')}</th>
                          {heads.map((head, column) => (
                            <PartCell
                              key={head.join()}
                              part={part}
                              cell={at * heads.length + column}
                              name={say('cellOf', { part: say(role), row: `${group.join('、')} ${head.join('、')}` })}
                              marks={row.marks}
                              onChange={(text) => setCell(part, at * heads.length + column, text)}
                            />
                          ))}
                        </tr>
                      ))
                    ) : (
                      <tr>
                        {(rows?.groups ?? [[say('forAll')]]).map((group, at) => [
                          <th key={`${group.join()}-head`} scope="row">
                            {group.join('、')}
                          </th>,
                          <PartCell
                            key={group.join()}
                            part={part}
                            cell={at}
                            name={say('cellOf', { part: say(role), row: group.join('、') })}
                            marks={row.marks}
                            onChange={(text) => setCell(part, at, text)}
                          />,
                        ])}
                      </tr>
                    )}
                  </tbody>
                </table>
                <span className={styles.state}>
                  {empty > 0 ? (
                    <Verdict good={false}>{say('emptyCells', { count: empty })}</Verdict>
                  ) : (
                    <Verdict good>
                      {part.cells.length === all
                        ? say('complete', { count: all })
                        : say('completeOf', { cells: part.cells.length, cases: all })}
                    </Verdict>
                  )}
                </span>
              </div>
            );
          })}
          <p className={styles.paid}>{say('paidBy', { payer: benefit.payer, bill: benefit.bill })}</p>
        </>
      ) : null}
    </section>
  );
}
