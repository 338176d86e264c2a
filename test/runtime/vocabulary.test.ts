import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../runtime/vocabulary.ts';

const text = readFileSync(new URL('../../policies/000000-国家/词汇.yice', import.meta.url), 'utf8');

describe('the dictionary', () => {
  const declared = [...text.matchAll(/^\s*(?:字段|付方)\s+(\S+)\s*:/gm)].map((match) => match[1]);

  it('has every field and payer of the national vocabulary, spelt the same', () => {
    const known = new Set<string>(Object.values(vocabulary).map(({ zh }) => zh));
    expect(declared.filter((name) => !known.has(name ?? ''))).toEqual([]);
  });

  it.each(
    Object.values(vocabulary)
      .filter((term) => 'field' in term && text.includes(`“${term.field}”`))
      .map((term) => [term.zh, 'field' in term ? term.field : '']),
  )('%s has the interface field %s there too, if it is declared', (zh, field) => {
    const line = new RegExp(`${zh}[^\\n]*?(?:\\n[^\\n]*?)*?接口 “([^”]*)”`).exec(text)?.[1];
    if (declared.includes(zh)) expect(line).toBe(field);
  });

  it('gives one English label to one Chinese term', () => {
    const labels = new Map<string, string>();
    for (const { zh, en } of Object.values(vocabulary)) {
      expect(labels.get(zh) ?? en).toBe(en);
      labels.set(zh, en);
    }
  });
});
