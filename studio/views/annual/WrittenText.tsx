import { useWords } from '../../strings/use-words.ts';
import { Icon } from '../../ui/Icon.tsx';
import { annualWords } from './strings.ts';
import styles from './WrittenText.module.css';

const PARTS =
  /(“[^”]*”)|(?<=^|[\s.[|])(修订|发布|自|起|待定|暂按|出处|由|改为|新增|累计|定义|待遇|适用|起付线|报销比例|限额|支付|从|累计于|合计|每|依据|文件|停止|例外|于|当|乘以|减|加|是)(?=[\s[]|$)|(\d[\d.]*(?:%|万?元|个百分点|个月|天)?)/gmu;

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

type Kind = 'quote' | 'word' | 'number';

function parts(line: string): readonly (readonly [string, Kind | undefined])[] {
  const found: (readonly [string, Kind | undefined])[] = [];
  let after = 0;
  for (const match of line.matchAll(PARTS)) {
    if (match.index > after) found.push([line.slice(after, match.index), undefined]);
    found.push([match[0], match[1] ? 'quote' : match[2] ? 'word' : 'number']);
    after = match.index + match[0].length;
  }
  return [...found, [line.slice(after), undefined]];
}
