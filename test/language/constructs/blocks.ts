import { readFileSync } from 'node:fs';

/** One case of a data file: `// = title, codes` and the lines up to the next. */
export interface Block {
  readonly title: string;
  /** Codes of the findings, errors and warnings, in any order. */
  readonly codes: readonly string[];
  readonly text: string;
}

const here = new URL('.', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, here), 'utf8');

/** Declarations that every case may use. */
export const vocabulary = { path: '000000-国家/词汇.yice', text: read('vocabulary.yice') };
/** The document that every case may cite. */
export const notice = { path: '990100-甲市/sources/notice.txt', text: read('notice.txt') };
const settings = read('settings.yice');

/** The cases of a data file. */
export function blocksOf(path: string): readonly Block[] {
  const blocks = read(path)
    .split(/^\/\/ = /mu)
    .slice(1);
  return blocks.map((block) => {
    const end = block.indexOf('\n');
    const words = block.slice(0, end).trim().split(/\s+/u);
    const codes = words.filter((word) => /^[a-z]+\/[a-z-]+$/u.test(word));
    return { title: words.filter((word) => !codes.includes(word)).join(' '), codes, text: block.slice(end + 1).trimEnd() };
  });
}

const outside = /^(?:政策|词汇|修订|示例|性质|policy|vocabulary|amendment|scenario|property)\s/mu;
const own = /^(?:政策|词汇|policy|vocabulary)\s/u;

/** A whole file: items are put into a policy with all its settings; blocks that stand outside a policy follow it. */
export function fileOf(block: Block): { readonly path: string; readonly text: string } {
  const path = '990100-甲市/职工.yice';
  if (own.test(block.text)) return { path, text: `${block.text}\n` };
  const start = block.text.search(outside);
  const items = start < 0 ? block.text : block.text.slice(0, start).trimEnd();
  const rest = start < 0 ? '' : block.text.slice(start);
  const inner = items === '' ? '' : `${items.replaceAll(/^(?=.)/gmu, '  ')}\n`;
  return {
    path,
    text: `政策 “甲市职工医保” {\n${settings.trimEnd().replaceAll(/^(?=.)/gmu, '  ')}\n${inner}}\n${rest === '' ? '' : `${rest}\n`}`,
  };
}
