import { useStore } from 'zustand';
import { reveal } from '../../loop/loop.ts';
import { writeRecord } from '../../loop/signing.ts';
import { analysis } from '../../store/analysis.ts';
import { currentRecord, signing } from '../../store/signing.ts';
import { useWords } from '../../strings/use-words.ts';
import { Empty } from '../../ui/Notice.tsx';
import { Pane } from '../../ui/Pane.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { TypedField } from '../../ui/TypedField.tsx';
import type { JudgedRecord, SignedPoint, Signing, SignoffRecord } from '../../worker/protocol.ts';
import styles from './Signoff.module.css';
import { signoffWords } from './signoff-strings.ts';

/** Everything that the law leaves open, each with the line that says what is done about it. */
export function SignedPoints({ found, current }: { readonly found: Signing; readonly current: JudgedRecord | undefined }) {
  const say = useWords(signoffWords);
  const policies = useStore(analysis, (now) => now.analysis?.policies);
  const record = current?.record;
  const lineOf = ({ policy, address }: SignedPoint): string =>
    record?.open.find((one) => one.policy === policy && one.address === address)?.line ?? '';
  const done = found.points.filter((point) => lineOf(point).trim() !== '').length;
  const write = (point: SignedPoint, line: string): void => {
    const latest = currentRecord(signing.getState());
    if (!latest?.record) return;
    // A line written after somebody signed is not what was signed.
    const { reviewer: _, ...rest } = latest.record;
    const before = new Map(rest.open.map((one) => [`${one.policy} ${one.address}`, one.line]));
    const open = found.points.map((one) => ({
      ...one,
      line: one === point ? line : (before.get(`${one.policy} ${one.address}`) ?? ''),
    }));
    void writeRecord(latest.path, { ...rest, open } satisfies SignoffRecord);
  };
  const sourceOf = ({ policy, address }: SignedPoint) =>
    policies?.find(({ name }) => name === policy)?.open.find((one) => one.address === address)?.source;
  return (
    <Pane
      icon="open"
      title={say('points')}
      paneId="points"
      bare
      hint={found.points.length > 0 ? say('pointsLines', { done, all: found.points.length }) : undefined}
    >
      {found.points.length === 0 ? (
        <Empty title={say('pointsNone')} />
      ) : (
        <p className={styles.how}>{say(record ? 'pointsHow' : 'pointsLater')}</p>
      )}
      <ul>
        {found.points.map((point) => {
          const source = sourceOf(point);
          return (
            <li key={`${point.policy}${point.address}`} className={styles.point}>
              <p className={styles.address}>
                {source ? (
                  <button
                    type="button"
                    title={say('show')}
                    onClick={() => reveal({ file: source.file, start: source.start, end: source.end })}
                  >
                    {point.address}
                  </button>
                ) : (
                  <b>{point.address}</b>
                )}
                <Tag tone={point.how === 'open' ? 'verm' : 'ochre'}>{say(point.how)}</Tag>
                <small>{point.policy}</small>
              </p>
              <p className={styles.reason}>{point.reason}</p>
              {record?.reviewer ? (
                <p className={styles.line}>{lineOf(point)}</p>
              ) : record ? (
                <TypedField
                  label={say('line', { address: point.address })}
                  value={lineOf(point) === '' ? undefined : lineOf(point)}
                  show={(text) => text}
                  read={(typed) => ({ value: typed })}
                  whenDone
                  onChange={(line) => write(point, line ?? '')}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
    </Pane>
  );
}
