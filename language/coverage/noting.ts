/** From a sentence of a document to lines that leave it open, set it aside, or begin a rule with its numbers. */
import type { Amendment, Policy, Tree } from '../2-syntax/nodes/policy.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import { type Figure, figuresIn } from '../3-check/analyses/figures.ts';
import { fold } from '../3-check/analyses/folding.ts';
import type { TextEdit } from '../diagnostics/diagnostic.ts';
import { withDeclaration } from './citing.ts';
import { declaredAs } from './declaring.ts';
import { quoted } from './quoting.ts';

/** Edits, and where there is no file for them yet, the file to begin. */
export interface Noting {
  readonly edits: readonly TextEdit[];
  readonly file?: { readonly path: string; readonly text: string };
  /** What is written, to be shown; in the text as it is after the edits. */
  readonly written: string;
}

export interface Sentence {
  readonly document: string;
  readonly sentence: string;
}

const nameOf = (path: string): string => (path.split('/').at(-1) ?? path).normalize('NFC');

/** 非规则, in the 核对 block of the document; without one a block begins in the folder's own file of them. */
export function notARule(trees: readonly Tree[], folder: string, { document, sentence }: Sentence, why: string): Noting {
  const line = `非规则 ${quoted(sentence)} ${quoted(why)}`;
  const own = trees.filter(({ file }) => folder === '' || file.startsWith(`${folder}/`));
  const block = own
    .flatMap(({ items }) => items)
    .find((one) => one.kind === 'reconciliation' && one.document.text.normalize('NFC') === nameOf(document));
  if (block) {
    const place = block.span.end - 1;
    return { edits: [{ span: { file: block.span.file, start: place, end: place }, text: `  ${line}\n` }], written: line };
  }
  const text = `核对 “${nameOf(document)}” {\n  ${line}\n}\n`;
  const path = [folder, '核对.yice'].filter(Boolean).join('/');
  const there = trees.find(({ file }) => file === path);
  if (!there) return { edits: [], file: { path, text }, written: line };
  const end = Math.max(0, ...there.items.map(({ span }) => span.end));
  return { edits: [{ span: { file: path, start: end, end }, text: `\n\n${text.trimEnd()}` }], written: line };
}

type Block = Policy | Amendment;

/** The policy of that name, or the amendment of it at a place. */
export function blockFor(
  trees: readonly Tree[],
  policy: string,
  at?: { readonly file: string; readonly offset: number },
): Block | undefined {
  const blocks = trees.flatMap(({ items }) => items).filter((one): one is Block => one.kind === 'policy' || one.kind === 'amendment');
  const here = at && blocks.find(({ span }) => span.file === at.file && span.start <= at.offset && at.offset <= span.end);
  return here ?? blocks.find((one) => one.kind === 'policy' && one.name.text === policy);
}

/** 未能表达, at the end of the policy. */
export function unexpressed(trees: readonly Tree[], block: Block, { document, sentence }: Sentence, why: string): Noting {
  return appended(trees, block, document, () => `未能表达 ${quoted(sentence)} ${quoted(why)}`);
}

/** A parameter whose value is 待定: the sentence says that there is one, not which. */
export function leftOpen(trees: readonly Tree[], block: Block, { document, sentence }: Sentence, why: string): Noting {
  const [first] = valuesIn(sentence);
  const name = freeName(trees, block, '待定事项');
  const type = first?.type ?? '金额';
  return appended(
    trees,
    block,
    document,
    (alias) => `参数 ${name} : ${type} =\n    出处 ${alias} ${quoted(sentence)}\n    待定 ${quoted(why)}`,
  );
}

/** One definition for each number of the sentence that has a unit; without one, a definition whose value is still open. */
export function ruleFrom(trees: readonly Tree[], block: Block, { document, sentence }: Sentence): Noting {
  const values = valuesIn(sentence);
  const name = freeName(trees, block, '新规则');
  return appended(trees, block, document, (alias) => {
    const line = (called: string, type: string, value: string): string =>
      `定义 ${called} : ${type} =\n    出处 ${alias} ${quoted(sentence)}\n    ${value}`;
    if (values.length === 0) return line(name, '金额', '待定 “原文未写数”');
    return values
      .map(({ type, text }, index) => line(index === 0 ? name : `${name}${LETTERS.charAt(index) || `_${index + 1}`}`, type, text))
      .join('\n  ');
  });
}

const LETTERS = '甲乙丙丁戊己庚辛壬癸';

function appended(trees: readonly Tree[], block: Block, document: string, body: (alias: string) => string): Noting {
  const declared = declaredAs(trees, block, document);
  const written = body(declared.alias);
  const place = block.span.end - 1;
  const lead = block.kind === 'amendment' ? '新增 ' : '';
  const text = `\n  ${written
    .split(/\n {2}(?=定义 )/u)
    .map((one) => `${lead}${one}`)
    .join('\n  ')}\n`;
  return { edits: withDeclaration(declared, { span: at(block.span, place), text }), written };
}

const at = ({ file }: Span, place: number): Span => ({ file, start: place, end: place });

function freeName(trees: readonly Tree[], block: Block, wanted: string): string {
  const policy = block.kind === 'policy' ? block.name.text : block.policy.text;
  const taken = new Set(
    trees
      .flatMap(({ items }) => items)
      .flatMap((one) => {
        if (one.kind === 'policy' && one.name.text === policy) return one.items;
        return one.kind === 'amendment' && one.policy.text === policy
          ? one.changes.flatMap((change) => (change.kind === 'insert' ? [change.item] : []))
          : [];
      })
      .flatMap((item) => ('name' in item ? [item.name.text] : [])),
  );
  if (!taken.has(wanted)) return wanted;
  let number = 0;
  const called = (): string => `${wanted}${LETTERS.charAt(number) || `_${number}`}`;
  while (taken.has(called())) number += 1;
  return called();
}

interface Written {
  readonly type: string;
  readonly text: string;
}

const TYPES: Readonly<Partial<Record<NonNullable<Figure['of']>, string>>> = {
  money: '金额',
  ratio: '比例',
  points: '百分点',
  months: '月数',
  days: '天数',
};

/** The numbers of a sentence as the language writes them. A year of the calendar is no length of time. */
export function valuesIn(sentence: string): readonly Written[] {
  const folded = fold(sentence).text.replace(/\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?/gu, '、');
  return figuresIn(folded).flatMap((figure): readonly Written[] => {
    const type = figure.of && TYPES[figure.of];
    const text = type && wordsOf(figure);
    return type && text !== undefined ? [{ type, text }] : [];
  });
}

function wordsOf({ of, value }: Figure): string | undefined {
  const hundred = of === 'ratio' || of === 'points' ? 100n : 1n;
  const number = decimal(value.num * hundred, value.den);
  if (number === undefined) return undefined;
  switch (of) {
    case 'money':
      return `${number}元`;
    case 'ratio':
      return `${number}%`;
    case 'points':
      return `${number}个百分点`;
    case 'months':
      return `${number}个月`;
    case 'days':
      return `${number}天`;
    default:
      return undefined;
  }
}

/** An exact decimal, or nothing where it has none of six places. */
function decimal(num: bigint, den: bigint): string | undefined {
  const scaled = num * 1_000_000n;
  if (scaled % den !== 0n) return undefined;
  const digits = String(scaled / den).padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/u, '');
  return `${digits.slice(0, -6)}${fraction === '' ? '' : `.${fraction}`}`;
}
