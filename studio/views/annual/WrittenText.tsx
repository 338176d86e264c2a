import { useWords } from '../../strings/use-words.ts';
import { Icon } from '../../ui/Icon.tsx';
import { parts } from './paint.ts';
import { annualWords } from './strings.ts';
import styles from './WrittenText.module.css';

/** The rules as they will be written, line by line. */
export function WrittenText({ text, empty }: { readonly text: string | undefined; readonly empty: boolean }) {
  const say = useWords(annualWords);
  return (
    <section className={styles.out} aria-label={say('becomesText')}>
      <header>
        <Icon name="rule" size={14} /> {say('becomesText')}
        <span>{say('untouched')}</span>
      </header>
      {empty || text === undefined ? (
        <p>{say('nothingYet')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, also by keyboard
        <pre tabIndex={0}>
          {text
            .trimEnd()
            .split('\n')
            .map((line, at) => (
              // A line has no other name than its place.
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text
              <code key={at}>
                {parts(line).map(([piece, kind], index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a line
                  <span key={index} className={kind === undefined ? undefined : styles[kind]}>
                    {piece}
                  </span>
                ))}
                {'\n'}
              </code>
            ))}
        </pre>
      )}
    </section>
  );
}
