import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InputLine, linesOf } from '../../../language/cli/json-lines.ts';

async function read(chunks: readonly Uint8Array[], limit = 1000): Promise<InputLine[]> {
  async function* stream() {
    for (const chunk of chunks) yield chunk;
  }
  const lines: InputLine[] = [];
  for await (const line of linesOf(stream(), limit)) lines.push(line);
  return lines;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('lines of a stream', () => {
  it.each([
    ['', []],
    ['a', ['a']],
    ['a\n', ['a']],
    ['a\r\nb', ['a', 'b']],
    ['\n\na', ['', '', 'a']],
    ['甲\n乙\n', ['甲', '乙']],
  ])('%j', async (text, expected) => {
    expect(await read([bytes(text)])).toEqual(expected.map((line, index) => ({ kind: 'line', number: index + 1, text: line })));
  });

  it('are the same however the bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('a', '甲', '😀', '\n', '\r') }),
        fc.array(fc.integer({ min: 1, max: 7 })),
        async (text, cuts) => {
          const whole = bytes(text);
          const chunks: Uint8Array[] = [];
          let from = 0;
          for (const cut of cuts) {
            chunks.push(whole.subarray(from, from + cut));
            from += cut;
          }
          chunks.push(whole.subarray(from));
          expect(await read(chunks)).toEqual(await read([whole]));
        },
      ),
    );
  });

  it('drops a line above the limit and goes on', async () => {
    const long = 'x'.repeat(5000);
    const chunks = [bytes('a\n'), ...[...long].map(bytes), bytes(`\nb\n${long}`)];
    expect(await read(chunks, 100)).toEqual([
      { kind: 'line', number: 1, text: 'a' },
      { kind: 'long', number: 2 },
      { kind: 'line', number: 3, text: 'b' },
      { kind: 'long', number: 4 },
    ]);
  });

  it('takes a line of exactly the limit', async () => {
    expect(await read([bytes('12345\n123456\n')], 5)).toEqual([
      { kind: 'line', number: 1, text: '12345' },
      { kind: 'long', number: 2 },
    ]);
  });

  it('names a line that is not UTF-8', async () => {
    expect(await read([new Uint8Array([0xc4, 0xe3, 0x0a, 0x61])])).toEqual([
      { kind: 'unreadable', number: 1 },
      { kind: 'line', number: 2, text: 'a' },
    ]);
  });
});
