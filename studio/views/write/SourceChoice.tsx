import { openNotice, pasteNotice } from '../../commands/open-notices.ts';
import type { DocumentEntry } from '../../storage/delivered.ts';
import { useWords } from '../../strings/use-words.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Floating.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './SourcePane.module.css';
import { baseName } from './select.ts';
import { sourceWords } from './source-strings.ts';

/** Which document is shown, and how another comes in. */
export function DocumentChooser({
  documents,
  path,
  entries,
  onChoose,
}: {
  readonly documents: readonly { readonly path: string; readonly cited: boolean }[];
  readonly path: string;
  readonly entries: Readonly<Record<string, DocumentEntry>>;
  readonly onChoose: (path: string) => void;
}) {
  const say = useWords(sourceWords);
  const nameOf = (of: string): string => entries[of.split('/').at(-1) ?? '']?.title ?? baseName(of);
  return (
    <Menu
      lines={[
        ...documents.map((one) => ({
          key: one.path,
          text: one.cited ? nameOf(one.path) : `${nameOf(one.path)} · ${say('notCited')}`,
          icon: one.path === path ? ('holds' as const) : ('document' as const),
          onClick: () => onChoose(one.path),
        })),
        'line' as const,
        { key: 'open', text: say('addDocument'), icon: 'import' as const, onClick: openNotice.run },
        { key: 'paste', text: say('pasteDocument'), icon: 'plus' as const, onClick: pasteNotice.run },
      ]}
    >
      <button type="button" className={styles.chooser} aria-label={`${say('document')}: ${nameOf(path)}`} aria-haspopup="menu">
        <span>{baseName(path)}</span>
        <Icon name="chevronDown" size={14} />
      </button>
    </Menu>
  );
}

/** Finds words in the document; Enter goes on to the next place. */
export function SourceSearch({
  typed,
  at,
  all,
  onType,
  onMove,
}: {
  readonly typed: string;
  readonly at: number;
  readonly all: number;
  readonly onType: (typed: string) => void;
  readonly onMove: (by: 1 | -1) => void;
}) {
  const say = useWords(sourceWords);
  return (
    <div className={styles.search}>
      <Icon name="search" size={14} />
      <input
        aria-label={say('find')}
        placeholder={say('find')}
        value={typed}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') onMove(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') onType('');
        }}
      />
      {typed === '' ? null : (
        <>
          <span aria-live="polite">{all === 0 ? say('noHit') : say('hits', { at, all })}</span>
          <IconButton size={24} icon="differs" label={say('close')} onClick={() => onType('')} />
        </>
      )}
    </div>
  );
}
