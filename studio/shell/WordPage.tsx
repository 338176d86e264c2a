import { useStore } from 'zustand';
import { openWord } from '../loop/manual.ts';
import { layout } from '../store/layout.ts';
import { manual } from '../store/manual.ts';
import { useLanguage, useWords } from '../strings/use-words.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Floating.tsx';
import { shellWords } from './strings.ts';
import styles from './WordPage.module.css';
import { pieces, related } from './word-text.ts';

/** The page of one keyword: what it means, an example, and the words it speaks of. */
export function WordPage() {
  const say = useWords(shellWords);
  const language = useLanguage();
  const { pages, shown } = useStore(manual);
  const page = pages.find(({ id }) => id === shown);
  if (!page) return null;
  const others = related(page, pages);
  return (
    <Dialog open title={`${page.name.zh} · ${page.name.en}`} width={640} onClose={() => layout.setState({ overlay: undefined })}>
      <div className={styles.page}>
        {pieces(page.page[language]).map((piece, at) =>
          piece.kind === 'code' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a page never changes
            <pre key={at} className={styles.code}>
              {piece.text}
            </pre>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a page never changes
            <p key={at}>{piece.text}</p>
          ),
        )}
        {others.length > 0 ? (
          <p className={styles.others}>
            {say('relatedWords')}
            {others.map((other) => (
              <Button key={other.id} small onClick={() => openWord(other.id)}>
                {other.name[language]}
              </Button>
            ))}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
