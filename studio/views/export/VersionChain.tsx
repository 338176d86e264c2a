import { useStore } from 'zustand';
import { workspace } from '../../store/workspace.ts';
import { knownFromOf } from '../../strings/days.ts';
import { useWords } from '../../strings/use-words.ts';
import { Tag } from '../../ui/Tag.tsx';
import type { PolicySummary } from '../../worker/protocol.ts';
import styles from './Export.module.css';
import { exportWords } from './strings.ts';

/** Every version that the bundle holds, policy after policy, with the days on which it is the law. */
export function VersionChain({ policies }: { readonly policies: readonly PolicySummary[] }) {
  const say = useWords(exportWords);
  const day = useStore(workspace, (now) => now.day);
  const rows = policies.flatMap(({ name, timeline }) =>
    timeline
      .filter(({ versionId, openReason }) => versionId !== undefined || openReason !== undefined)
      .map((stretch) => ({ name, stretch })),
  );
  return (
    <section className={styles.card} aria-labelledby="export-chain">
      <h3 id="export-chain" className={styles.head}>
        {say('chain')} <small>{say('chainHow')}</small>
      </h3>
      <table className={styles.contents}>
        <tbody>
          {rows.map(({ name, stretch }, index) => {
            const { from, to, versionId, amendments } = stretch;
            const known = knownFromOf(stretch);
            const holds = versionId !== undefined && (from === undefined || from <= day) && (to === undefined || day < to);
            const first = rows[index - 1]?.name !== name;
            return (
              <tr key={`${name}${from}${known}${versionId}`}>
                <th scope="row">{first ? name : ''}</th>
                <td>{from === undefined ? '' : say('from', { day: from })}</td>
                <td>
                  {[
                    ...(to === undefined ? [] : [say('chainUntil', { day: to })]),
                    ...(known === undefined ? [] : [known === 'notAsked' ? say('chainNotAsked') : say('chainKnown', { day: known })]),
                  ].join(' · ')}
                </td>
                <td>{amendments.length > 0 ? say('chainAmended', { count: amendments.length }) : say('chainBase')}</td>
                <td>
                  {versionId === undefined ? (
                    <Tag tone="ochre" icon="open" {...(stretch.openReason === undefined ? {} : { title: stretch.openReason })}>
                      {say('chainOpen')}
                    </Tag>
                  ) : holds ? (
                    <Tag tone="jade">{say('chainInForce')}</Tag>
                  ) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
