import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsOf, decimalText, effectiveDay, judge, numbersOf, paragraphsOf } from '../../../language/index.ts';
import { rational } from '../../../runtime/money/rational.ts';
import { realPolicies } from '../../kit/policy.ts';

/** Each number as kind and exact amount. */
const said = (text: string): readonly string[] =>
  numbersOf(text).map(({ text: printed, kind, amount }) => `${printed} ${kind}${amount ? ` ${decimalText(amount) ?? '…'}` : ''}`);

describe('the numbers of a notice', () => {
  it.each([
    ['按75%支付，提高了5个百分点', ['75% ratio 0.75', '5个百分点 points 0.05']],
    ['起付线１００元，最高20万元', ['１００元 money 100', '20万元 money 200000']],
    [
      '百分之七十，百分之七十二点五，七成，八成半',
      ['百分之七十 ratio 0.7', '百分之七十二点五 ratio 0.725', '七成 ratio 0.7', '八成半 ratio 0.85'],
    ],
    ['最高二十万元，两千元，三十个百分点', ['二十万元 money 200000', '两千元 money 2000', '三十个百分点 points 0.3']],
    ['从1年缩短至6个月，15日内', ['1年 months 12', '6个月 months 6', '15日 days 15']],
    ['自2023年1月1日起，2022-06-30前，2023年度', ['2023年1月1日 date', '2022-06-30 date', '2023年度 date']],
    ['咨询电话:0816-5037526、5037530', ['0816-5037526 phone', '5037530 phone']],
    ['川医保〔2022〕15号', ['〔2022〕15号 document']],
    ['8700余件，10万余人次，57.2万余元', ['8700余件 count 8700', '10万余人次 count 100000', '57.2万余元 money 572000']],
    ['1,234.56元，1.5‰', ['1,234.56元 money 1234.56', '1.5‰ ratio 0.0015']],
    ['限額由20萬元提高到30萬元', ['20萬元 money 200000', '30萬元 money 300000']],
    ['三级医院一次性支付，成立工作组，第二条', []],
    ['2百分之十', ['2 plain 2', '百分之十 ratio 0.1']],
    ['1.起付标准\n2.报销50%', ['1 ordinal', '2 ordinal', '50% ratio 0.5']],
  ])('of %s', (text, expected) => expect(said(text)).toEqual(expected));

  it('before a number with a unit have that unit', () => {
    expect(said('500-1000元，2000、3000元')).toEqual(['500 money 500', '1000元 money 1000', '2000 money 2000', '3000元 money 3000']);
    expect(said('5至10万元')).toEqual(['5 money 50000', '10万元 money 100000']);
    const [low, high] = numbersOf('90%至95%');
    expect(low?.rangeTo).toBe(high?.index);
  });

  it('say how near they are', () => {
    expect(numbersOf('提高了1000元左右，每年不超过2000元，近6万人次').map(({ about }) => about)).toEqual([true, false, true]);
  });

  const whole = (text: string): void => {
    const numbers = numbersOf(text);
    for (const [at, one] of numbers.entries()) {
      expect(text.slice(one.start, one.end)).toBe(one.text);
      expect(one.index).toBe(at);
      expect(one.start).toBeGreaterThanOrEqual(numbers[at - 1]?.end ?? 0);
      expect(one.end).toBeGreaterThan(one.start);
    }
    for (const run of text.matchAll(/[0-9０-９]+/gu)) {
      const holding = numbers.filter(({ start, end }) => start < run.index + run[0].length && run.index < end);
      const covered = holding.reduce(
        (sum, { start, end }) => sum + Math.min(end, run.index + run[0].length) - Math.max(start, run.index),
        0,
      );
      expect(covered).toBe(run[0].length);
    }
  };

  it.each(realPolicies().documents.map(({ path, text }) => [path, text] as const))('of %s leave out no figure', (_, text) => whole(text));

  const piece = fc.oneof(
    fc.constantFrom(
      '年',
      '月',
      '日',
      '元',
      '万',
      '%',
      '.',
      ',',
      '-',
      '、',
      '至',
      '个',
      '百分之',
      '第',
      '〔',
      '〕',
      '号',
      '\n',
      ' ',
      '十',
      '二',
      '成',
      '０',
      '９',
      ':',
      '/',
      '起',
      '提高',
      '由',
    ),
    fc.nat({ max: 99999999 }).map(String),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  );
  it('of any text leave out no figure, in order and apart', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => whole(pieces.join(''))),
      { numRuns: 2000 },
    );
  });

  it('of a text stand in the paragraph that holds them', () => {
    const text = '甲\n\n  10元\n乙 20元\n';
    const paragraphs = paragraphsOf(text);
    for (const one of numbersOf(text)) {
      const paragraph = paragraphs[one.paragraph];
      expect(paragraph && paragraph.start <= one.start && one.end <= paragraph.end).toBe(true);
    }
  });
});

describe('what a notice says about its own numbers', () => {
  const first = (text: string) => {
    const numbers = numbersOf(text);
    return { numbers, claim: claimsOf(text, numbers)[0] };
  };
  const verdict = (text: string, old: [bigint, bigint?], now?: [bigint, bigint?]) => {
    const { numbers, claim } = first(text);
    return claim && judge(claim, numbers, rational(...old), now && rational(...now));
  };

  it('is found with the number that it is about', () => {
    const { numbers, claim } = first('按75%支付(与2022年相比,提高了5个百分点)');
    expect(
      claim && [
        claim.text,
        claim.direction,
        claim.by === undefined ? '' : numbers[claim.by]?.text,
        claim.about === undefined ? '' : numbers[claim.about]?.text,
      ],
    ).toEqual(['与2022年相比,提高了5个百分点', 'up', '5个百分点', '75%']);
  });

  it('agrees or differs, and then says what it should be', () => {
    const text = '按75%支付,提高了5个百分点';
    expect(verdict(text, [70n, 100n], [75n, 100n])?.verdict).toBe('agrees');
    expect(verdict(text, [72n, 100n], [75n, 100n])).toMatchObject({
      verdict: 'differs',
      should: rational(77n, 100n),
      actual: rational(3n, 100n),
    });
    expect(verdict('最高2000元,提高1000元', [1000n], [2000n])?.verdict).toBe('agrees');
    expect(verdict('限额由20万元提高到30万元', [200000n], [300000n])?.verdict).toBe('agrees');
    expect(verdict('限额由20万元提高到30万元', [250000n], [300000n])).toMatchObject({ verdict: 'differs', should: rational(200000n) });
    expect(verdict('等待期从1年缩短至6个月', [12n], [6n])?.verdict).toBe('agrees');
    expect(verdict('起付线900元,比上年降低10%', [1000n], [900n])?.verdict).toBe('agrees');
  });

  it('of a share in percent can be read in two ways', () => {
    const found = verdict('报销比例下调10%', [70n, 100n]);
    expect(found).toEqual({ verdict: 'ambiguous', readings: { points: rational(60n, 100n), relative: rational(63n, 100n) } });
  });

  it('is unknown without the value before', () => {
    const { numbers, claim } = first('提高了1000元左右');
    expect(claim && judge(claim, numbers, undefined, undefined).verdict).toBe('unknown');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '由',
            '从',
            '提高',
            '降低',
            '到',
            '至',
            '了',
            '10%',
            '5个百分点',
            '100元',
            '2万元',
            '，',
            '。',
            '\n',
            '与2022年相比',
            '6个月',
          ),
          { maxLength: 30 },
        ),
        (pieces) => {
          const text = pieces.join('');
          const numbers = numbersOf(text);
          for (const claim of claimsOf(text, numbers)) {
            expect(text.slice(claim.start, claim.end)).toBe(claim.text);
            judge(claim, numbers, rational(1n, 2n), rational(3n, 5n));
          }
        },
      ),
    );
  });
});

describe('the day from which a notice holds', () => {
  const day = (text: string) => effectiveDay(text, numbersOf(text))?.day;
  it('is the one that it says plainly', () => {
    expect(day('2023年5月31日访谈。自2023年1月1日起执行。')).toBe('2023-01-01');
    expect(day('本通知自2024年7月1日起施行，有效期5年。')).toBe('2024-07-01');
    expect(day('2023年1月1日，我市正式实施门诊共济')).toBe('2023-01-01');
  });
  it('is not made up', () => expect(day('2023年5月31日访谈，2023年起提高待遇')).toBeUndefined());
});
