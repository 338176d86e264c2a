import { useLanguage, useWords } from '../../strings/use-words.ts';
import { Tag } from '../../ui/Tag.tsx';
import type { BuildResult, BundleSection } from '../../worker/protocol.ts';
import styles from './Export.module.css';
import { FEATURE } from './features.ts';
import { kilobytes } from './select.ts';
import { exportWords } from './strings.ts';

const KIND = {
  policies: 'kindPolicies',
  versions: 'kindVersions',
  parameters: 'kindParameters',
  citations: 'kindCitations',
  openPoints: 'kindOpenPoints',
  scenarios: 'kindScenarios',
  manifest: 'kindManifest',
} as const;
const COUNT = {
  policies: 'countPolicies',
  versions: 'versions',
  parameters: 'countParameters',
  citations: 'countCitations',
  openPoints: 'countOpenPoints',
  scenarios: 'countScenarios',
  manifest: 'countManifest',
} as const;

/** What the bundle holds, and what is deliberately not in it. */
export function Contents({ build }: { readonly build: Extract<BuildResult, { ok: true }> }) {
  const say = useWords(exportWords);
  const language = useLanguage();
  const line = ({ kind, count, bytes }: BundleSection) => (
    <tr key={kind}>
      <th scope="row">{say(KIND[kind])}</th>
      <td>{say(COUNT[kind], { count })}</td>
      <td>{bytes > 0 ? say('size', { size: kilobytes(bytes) }) : ''}</td>
    </tr>
  );
  return (
    <section className={styles.card} aria-labelledby="export-contents">
      <h3 id="export-contents" className={styles.head}>
        {say('contents')} <small>{say('oneFile', { size: kilobytes(build.bytes.length) })}</small>
      </h3>
      <table className={styles.contents}>
        <tbody>{build.contents.map(line)}</tbody>
      </table>
      <div className={styles.item}>
        <b>{say('features')}</b>
        {build.features.length === 0 ? <small>{say('featuresNone')}</small> : null}
        <span className={styles.features}>
          {build.features.map((feature) => (
            <Tag key={feature} title={feature}>
              {FEATURE[feature]?.[language] ?? feature}
            </Tag>
          ))}
        </span>
      </div>
      <div className={styles.item}>
        <b>{say('leftOut')}</b>
        <small>{say('leftOutWhat')}</small>
      </div>
    </section>
  );
}
