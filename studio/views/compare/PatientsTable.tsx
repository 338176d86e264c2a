import { useCallback } from 'react';
import { useStore } from 'zustand';
import { comparison } from '../../store/comparison.ts';
import { moneyText } from '../../strings/money.ts';
import { useWords } from '../../strings/use-words.ts';
import { Grid } from '../../ui/grid/Grid.tsx';
import type { GridCell } from '../../ui/grid/grid-props.ts';
import { Empty } from '../../ui/Notice.tsx';
import styles from './Patients.module.css';
import { compareWords } from './strings.ts';
import { amountText } from './words.ts';

const HOW = { more: 'howMore', less: 'howLess', same: 'howSame', neither: 'howNeither' } as const;

/** Known patients under both laws, those with another result first. */
export function PatientsTable({ before, after }: { readonly before: string; readonly after: string }) {
  const say = useWords(compareWords);
  const samples = useStore(comparison, (now) => now.effects?.samples);
  const cell = useCallback(
    (row: number, col: number): GridCell => {
      const one = samples?.[row];
      if (!one) return { text: '' };
      const cells: readonly (() => GridCell)[] = [
        () => ({ text: one.title, ...(one.of === '' ? {} : { note: one.of }) }),
        () => ({ text: String(one.visits), kind: 'number' }),
        () => ({ text: amountText(one.before, say), kind: 'number' }),
        () => ({ text: amountText(one.after, say), kind: 'number' }),
        () => ({ text: one.difference === undefined || one.how === 'same' ? '' : moneyText(one.difference, true), kind: 'number' }),
        () => ({ text: say(HOW[one.how]), ...(one.how === 'same' ? {} : { mark: one.how === 'neither' ? 'open' : 'changed' }) }),
      ];
      return cells[col]?.() ?? { text: '' };
    },
    [samples, say],
  );
  if (!samples) return null;
  if (samples.length === 0) return <Empty title={say('noPatients')}>{say('noPatientsWhy')}</Empty>;
  const changed = samples.filter(({ how }) => how !== 'same').length;
  return (
    <div className={styles.patients}>
      <p className={styles.hint}>{say('setHint', { count: samples.length, changed })}</p>
      <Grid
        label={say('patients')}
        rowCount={samples.length}
        cell={cell}
        rowHeight={27}
        columns={[
          { key: 'title', title: say('patient'), width: 300, grow: true },
          { key: 'visits', title: say('visits'), width: 60, kind: 'number' },
          { key: 'before', title: before, width: 116, kind: 'number' },
          { key: 'after', title: after, width: 116, kind: 'number' },
          { key: 'difference', title: say('difference'), width: 104, kind: 'number' },
          { key: 'how', title: say('how'), width: 92, filter: true },
        ]}
      />
    </div>
  );
}
