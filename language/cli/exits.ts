import type { Words } from '../diagnostics/diagnostic.ts';

/** What the exit code of a command says. Part of the public surface: scripts rely on it. One table for all commands. */
export const EXIT = {
  ok: 0,
  findings: 1,
  usage: 2,
  files: 3,
  refused: 4,
  fault: 5,
  digest: 6,
  bundle: 7,
  scenarios: 8,
  otherSignoff: 9,
  unsigned: 10,
} as const;

export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** What each code says, whichever the command: --help, the first page and the manual say the same. */
export const EXIT_WORDS: Readonly<Record<keyof typeof EXIT, Words>> = {
  ok: { zh: '一切正常', en: 'fine' },
  findings: { zh: '政策有错误、示例不符或没有排版', en: 'a policy has errors, a figure differs, a text is not laid out' },
  usage: { zh: '命令写法不对', en: 'the command is written wrongly' },
  files: { zh: '文件读不了、写不了，或不是该有的那种', en: 'a file cannot be read or written, or is not what it should be' },
  refused: { zh: '有的行被拒收，其余照算', en: 'some lines are refused, the rest is settled' },
  fault: { zh: '程序自身的毛病', en: 'a fault of the program' },
  digest: { zh: '规则包的摘要与给出的不同', en: 'the bundle has another digest than the one given' },
  bundle: { zh: '不是规则包，或有这个程序不懂的功能', en: 'no bundle, or one that this program does not understand' },
  scenarios: { zh: '规则包自带的示例在这里算出别的数', en: 'the bundle’s own scenarios give other values here' },
  otherSignoff: { zh: '签核的是另一个包', en: 'the sign-off is about another bundle' },
  unsigned: { zh: '签核不完整', en: 'the sign-off is not complete' },
};

const listed = (lang: keyof Words): string =>
  Object.entries(EXIT_WORDS)
    .map(([, words], code) => `  ${String(code).padStart(2)}  ${words[lang]}`)
    .join('\n');

/** The same, for --help. INVARIANT: the words stand in the order of their numbers. */
export const EXITS_EXPLAINED: Words = { zh: `退出码：\n${listed('zh')}`, en: `Exit codes:\n${listed('en')}` };

/** Ends a command with its exit code and one sentence for the person who gave it. */
export class Stop extends Error {
  readonly exit: Exit;
  readonly words: Words;
  constructor(exit: Exit, words: Words) {
    super(words.en);
    this.exit = exit;
    this.words = words;
  }
}
