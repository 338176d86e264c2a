import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from '../../language/index.ts';
import type { Term } from '../../runtime/vocabulary.ts';
import { vocabulary } from '../../runtime/vocabulary.ts';

const path = '000000-国家/词汇.yice';
const text = readFileSync(new URL(`../../policies/${path}`, import.meta.url), 'utf8');
const terms: readonly Term[] = Object.values(vocabulary);

/** Every name of the national vocabulary with the field of the interface as it is now; the tables of older interfaces are not its name. */
const declared = parse({ path, text }).tree.items.flatMap((block) =>
  block.kind !== 'vocabulary'
    ? []
    : block.items.flatMap((item) => {
        switch (item.kind) {
          case 'field':
          case 'payer':
            return [item];
          case 'bill':
            return [item.total, ...item.parts];
          case 'items':
            return [item, ...item.fields, ...item.computed.map(({ field }) => field)];
          default:
            return [];
        }
      }),
);
const names = declared.map(({ name, interfaceName }) => [name.text, interfaceName?.text] as const);

describe('the dictionary', () => {
  it('reads every declaration of the national vocabulary', () => {
    const written = [...text.matchAll(/^\s*(?:字段|付方|明细|费用)\s+(\S+)/gm)].map((match) => match[1]);
    expect(names.map(([name]) => name)).toEqual(expect.arrayContaining(written));
    expect(written.length).toBeGreaterThan(0);
  });

  it.each(names)('has %s, spelt the same, with the interface field %s', (name, field) => {
    const known = terms.filter(({ zh }) => zh === name);
    expect(known.map((term) => term.field)).toEqual(known.length > 0 ? known.map(() => field) : [field]);
  });

  it('gives one English label to one Chinese term', () => {
    const labels = new Map<string, string>();
    for (const { zh, en } of Object.values(vocabulary)) {
      expect(labels.get(zh) ?? en).toBe(en);
      labels.set(zh, en);
    }
  });
});
