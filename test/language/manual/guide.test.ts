/** The pages that are read from the beginning: every policy text on them compiles, every output on them is what the command prints. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../../.ci/build.mjs';
import { ROOT } from '../../../.ci/install.mjs';
import { format } from '../../../language/format/format.ts';
import { KEYWORD_IDS } from '../../../language/keywords.ts';
import { pageName } from '../../../language/services/hover.ts';
import { buildFirst, folderWith, removeFolders, run, type Said, yice } from '../cli/kit.ts';
import { agrees, changed, commandsOf, type Fence, fencesOf, inside } from './fences.ts';
import { errorsOf, faultsOf, wholeOf } from './frame.ts';

const FOLDER = 'language/manual/';
const BUILDING = /^.*building the command line.*$/gmu;
const ofKeywords = new Set(KEYWORD_IDS.map(pageName));
const pages = readdirSync(FOLDER).filter((name) => name.endsWith('.md') && !ofKeywords.has(name) && name !== 'shapes.md');

beforeAll(() => {
  buildFirst();
  ensureBuilt('runtime');
}, 60_000);
afterAll(removeFolders);

const NATIONAL = 'policies/000000-国家';

/** A folder in which the steps of one page are taken: with the national vocabulary, and with all policies where the page is about them. */
class Desk {
  readonly root = folderWith();
  private digest = '';

  constructor(page: string) {
    mkdirSync(join(this.root, 'node_modules'));
    symlinkSync(ROOT, join(this.root, 'node_modules', 'yice'), 'junction');
    const lent = /from=policies\/|npx yice \w+ policies\//.test(page) ? 'policies' : NATIONAL;
    cpSync(lent, join(this.root, lent), { recursive: true });
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  /** `npx yice …`, or `node …` in a project that has the package. A digest that a page leaves out is the one that was printed last. */
  async run(command: string): Promise<Said> {
    const [program, name, ...args] = command.replace('sha256:……', this.digest).split(' ');
    const said = program === 'node' ? await run([name ?? '', ...args], { cwd: this.root }) : await yice(args, { cwd: this.root });
    [this.digest = this.digest] = /sha256:[0-9a-f]{64}/.exec(said.out) ?? [];
    return said;
  }

  write(path: string, text: string): void {
    const place = join(this.root, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
}

const laidOut = (path: string, text: string): string[] =>
  path.endsWith('.yice') && format(text).text !== text ? [`not laid out; it should be\n${format(text).text}`] : [];

const edits: Readonly<Record<string, (old: string, lines: string) => string>> = {
  append: (old, lines) => `${old}\n${lines}`,
  inside,
  change: changed,
};

/** Whether a text is refused with the message shown after it: its sentences, without the place. */
async function refused(text: string, message: string): Promise<readonly string[]> {
  const said = await errorsOf(wholeOf(text));
  const wanted = message.trim().split('\n');
  const told = said.some((one) => wanted.every((line) => one.includes(line.trim())));
  return told ? [] : [`is told\n${said.join('\n\n')}`];
}

/** What is wrong with one step. */
async function taken(desk: Desk, { language, kind, path, text }: Fence, next: Fence | undefined): Promise<readonly string[]> {
  if (kind === 'message') return [];
  if (kind === 'refused') return next?.kind === 'message' ? refused(text, next.text) : ['no message after it'];
  if (language === 'yice' && kind === '') return faultsOf(wholeOf(text));
  if (language === 'yice' && kind === 'file') return faultsOf(text);
  if (kind === 'from') return readFileSync(path, 'utf8').includes(text) ? [] : [`these lines do not stand in ${path}`];
  if (kind === 'new') {
    desk.write(path, text);
    return laidOut(path, text);
  }
  const edit = edits[kind];
  if (edit) {
    const whole = edit(desk.read(path), text);
    desk.write(path, whole);
    return laidOut(path, whole);
  }
  if (language !== 'console') return ['a text that no test holds'];
  const wrong: string[] = [];
  for (const { command, shown } of commandsOf(text)) {
    const { out, err } = await desk.run(command);
    // Remarks on building the command line itself go to stderr too.
    const came = out === '' ? err.replace(BUILDING, '') : out;
    if (!agrees(shown, came)) wrong.push(`$ ${command}\nprints\n${came}`);
  }
  return wrong;
}

describe('pages to be read', () => {
  it.each(pages)(
    '%s shows what is so',
    async (name) => {
      const page = readFileSync(FOLDER + name, 'utf8');
      const desk = new Desk(page);
      const wrong: string[] = [];
      const fences = fencesOf(page);
      for (const [index, fence] of fences.entries()) {
        const found = await taken(desk, fence, fences[index + 1]);
        wrong.push(...found.map((what) => `${name}:${fence.line} ${what}`));
      }
      expect(wrong.join('\n\n')).toBe('');
    },
    120_000,
  );

  it('every excerpt names a file that is here', () => {
    const named = pages.flatMap((name) => fencesOf(readFileSync(FOLDER + name, 'utf8')).filter(({ kind }) => kind === 'from'));
    expect(named.filter(({ path }) => !existsSync(path))).toEqual([]);
  });
});
