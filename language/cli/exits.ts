import type { Words } from '../diagnostics/diagnostic.ts';

/** What the exit code of a command says. Part of the public surface: scripts rely on it. */
export const EXIT = {
  /** Done, nothing to report but warnings. */
  ok: 0,
  /** Errors in a policy, a figure that differs, a file that is not laid out. */
  findings: 1,
  /** The command itself is written wrongly. */
  usage: 2,
  /** A file cannot be read or written, or is not what it should be. */
  files: 3,
  /** Some lines were refused; the others were settled. */
  refused: 4,
  /** A fault of this program, not of what it was given. */
  fault: 5,
  /** `verify`: the bytes are not those whose digest was given. */
  digest: 6,
  /** `verify`: what the bytes hold is no bundle, or asks for something that this runtime does not understand. */
  bundle: 7,
  /** `verify`: the bundle's own scenarios give other values here. */
  scenarios: 8,
  /** `verify --signoff`: the sign-off is about another bundle. */
  otherSignoff: 9,
  /** `verify --signoff`: not signed by a second person, or something differs or has no line. */
  unsigned: 10,
} as const;

export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** The same, for --help. */
export const EXITS_EXPLAINED: Words = {
  zh: '退出码：0 一切正常；1 有错误或不符；2 命令写法不对；3 文件读不了或写不了；4 有的行被拒收，其余照算；5 程序自身的毛病；verify 另有 6 摘要不符，7 不是规则包或有不懂的功能，8 自带的示例不符，9 签核的是另一个包，10 签核不完整',
  en: 'Exit codes: 0 fine; 1 findings or differences; 2 usage; 3 a file cannot be read or written; 4 some lines refused, the rest settled; 5 a fault of the program; of verify also: 6 the digest differs, 7 no bundle or not understood, 8 its own scenarios differ, 9 the sign-off is about another bundle, 10 the sign-off is not complete',
};

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
