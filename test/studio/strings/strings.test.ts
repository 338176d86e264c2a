import { describe, expect, it } from 'vitest';
import { defineWords, sayIn } from '../../../studio/strings/strings.ts';
import { filesUnder } from '../../house/tree.ts';

const words = defineWords('test-words', {
  plain: { zh: '起付线', en: 'Deductible' },
  slot: { zh: '第 {{number}} 次，共 {{all}} 次', en: 'Visit {{number}} of {{all}}' },
  counted: { zh: '{{count}} 处', en: '{{count}} places', enOne: '{{count}} place' },
});

describe('words', () => {
  it('come in both languages', () => {
    expect(sayIn(words, 'zh')('plain')).toBe('起付线');
    expect(sayIn(words, 'en')('plain')).toBe('Deductible');
  });
  it('fill their slots, and leave what is typed as it is', () => {
    expect(sayIn(words, 'zh')('slot', { number: 2, all: '<3>' })).toBe('第 2 次，共 <3> 次');
    expect(sayIn(words, 'en')('slot', { number: 2, all: 3 })).toBe('Visit 2 of 3');
  });
  it('know the English singular', () => {
    const en = sayIn(words, 'en');
    expect([en('counted', { count: 1 }), en('counted', { count: 2 })]).toEqual(['1 place', '2 places']);
    expect(sayIn(words, 'zh')('counted', { count: 1 })).toBe('1 处');
  });
});

interface Book {
  readonly namespace: string;
  readonly book: Readonly<Record<string, { readonly zh: string; readonly en: string; readonly enOne?: string }>>;
}
const isBook = (value: unknown): value is Book => typeof value === 'object' && value !== null && 'namespace' in value && 'book' in value;
const slots = (text: string): readonly string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();

describe('every table of words', async () => {
  const paths = filesUnder('studio').filter(
    (path) => /\/([a-z-]+-)?(strings|common)\.ts$/.test(path) && path !== 'studio/strings/strings.ts',
  );
  const modules: Record<string, unknown>[] = await Promise.all(paths.map((path) => import(/* @vite-ignore */ `../../../${path}`)));
  const books = modules.flatMap((module) => Object.values(module)).filter(isBook);
  it('is found, under a namespace of its own', () => {
    expect(books.length).toBeGreaterThan(3);
    expect(new Set(books.map((book) => book.namespace)).size).toBe(books.length);
  });
  it.each(books.map((book) => [book.namespace, book] as const))('%s has the same slots in both languages', (_, { book }) => {
    const differing = Object.entries(book).filter(
      ([, phrase]) =>
        slots(phrase.zh).join() !== slots(phrase.en).join() || (phrase.enOne !== undefined && !slots(phrase.zh).includes('count')),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });
  it.each(books.map((book) => [book.namespace, book] as const))('%s states facts: no appeal, no apology, no exclamation', (_, { book }) => {
    const loud = Object.entries(book).filter(
      ([, phrase]) => /[!！]|请(?!求)|抱歉|失败|非法/.test(phrase.zh) || /!|\bplease\b|\bsorry\b|\binvalid\b/i.test(phrase.en),
    );
    expect(loud.map(([key]) => key)).toEqual([]);
  });
});
