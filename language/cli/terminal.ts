import { once } from 'node:events';
import type { Words } from '../diagnostics/diagnostic.ts';
import { EXIT } from './exits.ts';

export type Lang = 'zh' | 'en';

/** Where a command speaks: results on stdout, remarks on stderr, progress only where a person watches. */
export interface Terminal {
  readonly lang: Lang;
  /** Whether stdout shows colours. */
  readonly colour: boolean;
  /** Writes to stdout and waits while the reader is slower. */
  readonly print: (text: string) => Promise<void>;
  /** One line on stderr. */
  readonly say: (words: Words) => void;
  /** A line that the next one replaces; nothing when stderr is no terminal. An empty text clears it. */
  readonly progress: (text: string) => void;
}

/** The language asked for, else the one of the environment; Chinese when it says nothing. */
export function chooseLang(asked: string | undefined, env: Readonly<Record<string, string | undefined>>): Lang {
  if (asked === 'zh' || asked === 'en') return asked;
  // The first that is set decides, as POSIX has it.
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^en([_.@-]|$)/i.test(locale) ? 'en' : 'zh';
}

const CLEAR_LINE = '\r\u001b[K';

/** The terminal of this process. */
export function openTerminal(lang: Lang): Terminal {
  const { stdout, stderr, env } = process;
  const plain = Boolean(env.NO_COLOR) || env.TERM === 'dumb';
  // A reader that went away (as `| head` does) ends the command; nothing that depends on its having read everything is done then.
  stdout.on('error', () => process.exit(EXIT.files));
  let shown = false;
  const clear = (): void => {
    if (shown) stderr.write(CLEAR_LINE);
    shown = false;
  };
  return {
    lang,
    colour: Boolean(env.FORCE_COLOR) || (stdout.isTTY === true && !plain),
    async print(text) {
      clear();
      if (!stdout.write(text)) await once(stdout, 'drain');
    },
    say(words) {
      clear();
      stderr.write(`${words[lang]}\n`);
    },
    progress(text) {
      if (stderr.isTTY !== true) return;
      clear();
      stderr.write(text);
      shown = text !== '';
    },
  };
}
