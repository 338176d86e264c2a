import { describe, expect, it } from 'vitest';
import { rangeProblems } from '../../../language/1-tokens/ranges.ts';
import { scan } from '../../../language/1-tokens/scan.ts';

const found = (text: string) => rangeProblems('', scan('', text).tokens).map(({ code, fixes }) => [code, fixes[0]?.edits[0]?.text]);

describe('two numbers', () => {
  it.each([
    ['3100-9600元', 'tokens/dash-between-numbers', '3100元至9600元'],
    ['50%-60%', 'tokens/dash-between-numbers', '50%至60%'],
    ['2.3～3.7万元', 'tokens/range-units', '2.3万元至3.7万元'],
    ['2.3至3.7万元', 'tokens/range-units', '2.3万元至3.7万元'],
    ['2万至3万元', 'tokens/range-units', '2万元至3万元'],
    ['2千至3万元', 'tokens/range-units', '2千元至3万元'],
    ['60 至 70%', 'tokens/range-units', '60% 至 70%'],
    ['5元 至 6', 'tokens/range-units', '5元 至 6元'],
    ['2.3 to 3.7 wan_yuan', 'tokens/range-units', '2.3 wan_yuan to 3.7 wan_yuan'],
  ])('%s', (text, code, better) => expect(found(text)).toEqual([[code, better]]));

  it.each(['9600元 - 3100元', '甲-3元', '2.3万元至3.7万元', '1 至 3', '2023-03-15', '2023-03-15 至 2023-04-15'])('%s is clear', (text) =>
    expect(found(text)).toEqual([]),
  );
});
