import type { Answer, ExplanationLine } from '../../../runtime/answer.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import { Excerpt } from './Excerpt.tsx';
import { groundsOf } from './grounds.ts';
import styles from './Steps.module.css';
import { simulateWords } from './strings.ts';
import { versionName } from './version-name.ts';

/** What the step that is looked at rests on: words, rows, exceptions, assumptions, sentences, place. */
export function Ground({ line, answer }: { readonly line: ExplanationLine; readonly answer: Answer }) {
  const say = useWords(simulateWords);
  const language = useLanguage();
  const { rows, citations } = groundsOf(line, answer);
  const { detail } = line[language];
  return (
    <div className={styles.ground}>
      {detail === '' || line.formula === '' ? null : <p>{detail}</p>}
      {rows.map((row) => (
        <div key={row.name}>
          <p>{say('fromRow', { row: row.name })}</p>
          <Excerpt small focus={row.range} paints={[{ range: row.range, tone: 'looked' }]} />
        </div>
      ))}
      {line.adjustments.map((one) => (
        <p key={one.name}>{say('adjusted', { name: one.name, before: one.before, after: one.after })}</p>
      ))}
      {line.assumed.map((one) => (
        <p key={one.address + one.reason} className={styles.assumed}>
          {say('assumption', { reason: one.reason })}
        </p>
      ))}
      {citations.map((one) => (
        <blockquote key={one.document + one.quote} className={styles.quote}>
          <q className="song">{one.quote}</q>
          <cite>{one.document}</cite>
        </blockquote>
      ))}
      <p>
        {say('place', { version: versionName(line.version, say), file: line.source.file.split('/').at(-1) ?? '', line: line.source.line })}
      </p>
    </div>
  );
}
