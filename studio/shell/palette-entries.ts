import type { Command } from '../commands/command.ts';
import { printed } from '../commands/command.ts';
import { reveal } from '../loop/loop.ts';
import type { Language } from '../store/preferences.ts';
import type { IconName } from '../ui/icons.ts';
import type { Analysis } from '../worker/protocol.ts';

/** One line of the palette. */
export interface Entry {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly icon: IconName;
  readonly keys: string | undefined;
  /** What typing is matched against, lower case. */
  readonly matched: readonly string[];
  readonly run: () => void;
}

const MOST = 40;

/** Everything that can be found: names of the policies, files, commands. */
export function entries(
  commands: readonly Command[],
  analysis: Analysis | undefined,
  files: readonly string[],
  language: Language,
  policy?: string,
  more: readonly Entry[] = [],
): readonly Entry[] {
  // Those of the chosen policy first: two policies of an area share many names.
  const own = (analysis?.symbols ?? []).toSorted((a, b) => Number(b.policy === policy) - Number(a.policy === policy));
  const symbols = own.map(
    (symbol, index): Entry => ({
      id: `s${index}`,
      label: symbol.name,
      note: [symbol.word, symbol.policy].filter(Boolean).join(' · '),
      icon: 'rule',
      keys: undefined,
      matched: [symbol.name.toLowerCase(), ...symbol.initials.split(' ')],
      run: () => reveal(symbol.range),
    }),
  );
  const texts = files.map(
    (path, index): Entry => ({
      id: `f${index}`,
      label: path.split('/').at(-1) ?? path,
      note: path.split('/').slice(0, -1).join('/'),
      icon: 'document',
      keys: undefined,
      matched: [path.toLowerCase()],
      run: () => reveal({ file: path, start: 0, end: 0 }),
    }),
  );
  const done = commands
    .filter((command) => command.id !== 'find' && (command.when?.() ?? true))
    .map(
      (command): Entry => ({
        id: `c${command.id}`,
        label: command.label[language],
        note: '',
        icon: 'chevronRight',
        keys: command.chord ? printed(command.chord) : undefined,
        matched: [command.label.zh, command.label.en.toLowerCase(), command.initials],
        run: command.run,
      }),
    );
  return [...done, ...symbols, ...texts.filter(({ label }) => label.endsWith('.yice')), ...more];
}

/** 0 starts with it · 1 contains it · undefined neither */
const rank = (entry: Entry, text: string): number | undefined => {
  if (entry.matched.some((matched) => matched.startsWith(text))) return 0;
  return entry.matched.some((matched) => matched.includes(text)) ? 1 : undefined;
};

/** The entries that match, best first; all commands when nothing is typed yet. */
export function found(all: readonly Entry[], typed: string): readonly Entry[] {
  const text = typed.trim().toLowerCase();
  if (text === '') return all.slice(0, MOST);
  return all
    .flatMap((entry) => {
      const at = rank(entry, text);
      return at === undefined ? [] : [{ entry, at }];
    })
    .toSorted((a, b) => a.at - b.at)
    .slice(0, MOST)
    .map(({ entry }) => entry);
}
