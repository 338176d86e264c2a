import { reveal } from '../../loop/loop.ts';
import { useWords } from '../../strings/use-words.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Tag } from '../../ui/Tag.tsx';
import type { OpenSummary } from '../../worker/protocol.ts';
import styles from './Export.module.css';
import { exportWords } from './strings.ts';

const TONE = { open: 'verm', assumed: 'ochre', noted: 'plain' } as const;
const WORD = { open: 'blocks', assumed: 'assumed', noted: 'noted' } as const;

/** What the law leaves open goes along, said in full. */
export function OpenItems({
  open,
  many,
}: {
  readonly open: readonly (OpenSummary & { readonly policy: string })[];
  readonly many: boolean;
}) {
  const say = useWords(exportWords);
  const noted = open.filter(({ how }) => how === 'noted').length;
  return (
    <section className={styles.card} aria-labelledby="export-open">
      <h3 id="export-open" className={styles.head}>
        <span className={styles.ochre}>
          <Icon name="open" />
        </span>
        {open.length === 0 ? say('openNone') : say('open')}{' '}
        <small>
          {[
            ...(open.length === 0 ? [] : [say('places', { count: open.length })]),
            ...(noted > 0 ? [say('placesNoted', { count: noted })] : []),
          ].join(say('placesComma'))}
        </small>
      </h3>
      <ul>
        {open.map((point) => (
          <li key={`${point.policy}${point.address}${point.source.start}`}>
            <button
              type="button"
              className={styles.open}
              title={say('show')}
              onClick={() => reveal({ file: point.source.file, start: point.source.start, end: point.source.end })}
            >
              <span className={styles.address}>
                <b>{point.address}</b> <Tag tone={TONE[point.how]}>{say(WORD[point.how])}</Tag>
              </span>
              <small>{many ? `${point.reason} · ${point.policy}` : point.reason}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
