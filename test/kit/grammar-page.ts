import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const page = readFileSync(join(import.meta.dirname, '../../language/GRAMMAR.md'), 'utf8');

/** A sentence of the page: the rule it shows, and its text in both keyword languages. */
export interface Sentence {
  readonly rule: string;
  readonly zh: string;
  readonly en: string;
}

/** The left sides of the page's productions. */
export const productions: readonly string[] = [...page.matchAll(/```ebnf\n([\s\S]*?)```/g)].flatMap(([, body]) =>
  [...(body ?? '').matchAll(/^(\w+)\s*=/gm)].map(([, name]) => name ?? ''),
);

/** Quoted words and signs of the page's productions. */
export const terminals: readonly string[] = [...page.matchAll(/```ebnf\n([\s\S]*?)```/g)].flatMap(([, body]) =>
  [...(body ?? '').matchAll(/'([^']+)'/g)].map(([, word]) => word ?? ''),
);

export const sentences: readonly Sentence[] = [...page.matchAll(/```yice (\w+)\n([\s\S]*?)```\n```yice \1 en\n([\s\S]*?)```/g)].map(
  ([, rule, zh, en]) => ({ rule: rule ?? '', zh: zh ?? '', en: en ?? '' }),
);

/** Every block of text on the page, in pairs or not. */
export const blocks = [...page.matchAll(/```yice/g)].length;

const indent = (text: string): string => text.replace(/^(?=.)/gm, '  ');
const WHOLE = new Set(['file', 'amendment', 'scenario', 'property', 'reconciliation']);

/** A sentence in the file around it, in its canonical layout. */
export function inFile({ rule }: Sentence, text: string, language: 'zh' | 'en'): string {
  if (WHOLE.has(rule)) return text;
  const zh = language === 'zh';
  const open = zh ? '政策 “甲” {' : 'policy “甲” {';
  if (rule !== 'expression') return `${open}\n${indent(text)}}\n`;
  return `${open}\n  ${zh ? '定义 乙 : 数 =' : 'define 乙 : number ='}\n${indent(indent(text))}}\n`;
}
