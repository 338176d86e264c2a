/**
 * What a page of the manual shows, as steps that are run in order. The words after the language of a fence say what it is:
 * `yice new=PATH` a whole file, `append=PATH` lines after its end, `inside=PATH` lines before its last `}`, `diff change=PATH` lines
 * taken out and put in, `json new=PATH` an event, `console` commands with what they print (`……` for what is left out),
 * `yice from=PATH` lines of a file of this repository, `yice refused` text that gives the message in the `text message` after it,
 * `yice` lines of the standing policy.
 */
export interface Fence {
  readonly language: string;
  /** `new`, `append`, `inside`, `change`, `from`, `refused`, `message`, `file`, or nothing. */
  readonly kind: string;
  readonly path: string;
  readonly text: string;
  /** Line of the page, from 1. */
  readonly line: number;
}

const FENCE = /^```(\w+)(?: +(\w+)(?:=(\S+))?)?\n([\s\S]*?)^```$/gmu;

export const fencesOf = (page: string): readonly Fence[] =>
  [...page.matchAll(FENCE)].map((found) => {
    const [, language = '', kind = '', path = '', text = ''] = found;
    return { language, kind, path, text, line: page.slice(0, found.index).split('\n').length };
  });

/** The lines put before the last closing brace. */
export function inside(whole: string, lines: string): string {
  const at = whole.lastIndexOf('\n}');
  return `${whole.slice(0, at + 1)}${lines}${whole.slice(at + 1)}`;
}

/** A diff without line numbers: what stands after `-` must stand in the text once, and what stands after `+` takes its place. */
export function changed(whole: string, diff: string): string {
  const of = (sign: string): string =>
    diff
      .split('\n')
      .filter((line) => line.startsWith(sign))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  const old = of('-');
  if (whole.split(old).length !== 2) throw new Error(`stands ${whole.split(old).length - 1} times:\n${old}`);
  return whole.replace(old, () => of('+'));
}

/** Each command of a console with the lines it is said to print. */
export const commandsOf = (console: string): readonly { readonly command: string; readonly shown: string }[] =>
  console
    .split(/^\$ /mu)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return { command: part.slice(0, end), shown: part.slice(end + 1).trim() };
    });

/** Trailing blanks and blank lines at the ends do not count. */
const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();

/** Whether what came is what is shown, where `……` stands for anything, on a line of its own for any lines. */
export function agrees(shown: string, came: string): boolean {
  const pattern = tidy(shown)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/(?:^|\n)……(?:\n|$)/g, '[\\s\\S]*')
    .replaceAll('……', '.*');
  return new RegExp(`^${pattern}$`, 'u').test(tidy(came));
}
