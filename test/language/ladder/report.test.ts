/** The ladder report: what is taken, what is written in its place, and where the two drift. */
import { describe, expect, it } from 'vitest';
import { parse } from '../../../language/2-syntax/parse.ts';
import { type Heir, ladderOf } from '../../../language/ladder/report.ts';
import { driftWords, ladderLines } from '../../../language/ladder/words.ts';

const policy = (name: string, from: string, lines: string): string => `政策 “${name}” {
  统筹区 “990000” 某地
  入口 只供继承
  自 ${from} 起
  发布 2019-01-01
  ${lines}
}
`;
const amendment = (name: string, day: string, lines: string): string => `修订 “${name}” 发布 ${day} 自 ${day} 起 {\n  ${lines}\n}\n`;

const report = (...texts: readonly string[]): readonly Heir[] => {
  const files = texts.map((text, at) => ({ path: `${at}.yice`, text }));
  return ladderOf(files.map((file) => parse(file).tree));
};

const province = policy('省', '2020-01-01', '出处 通知 “省定三成”\n  参数 甲 : 比例 = 30%\n  参数 乙 : 比例 = 5%\n  定义 丙 : 比例 = 乙');
const city = (own: string): string =>
  policy('市', '2021-01-01', `继承 “省” : 甲、乙、丙 覆盖 甲\n  ${own}\n  例外 加一 于 丙 : 加 1个百分点`);

describe('the ladder report', () => {
  it('tells what is taken, what is overridden, and what is adjusted, each with its place and its citation', () => {
    const [heir, ...others] = report(province, city('参数 甲 : 比例 = 32%'));
    expect(others).toEqual([]);
    expect(heir?.above).toEqual(['省']);
    expect(heir?.inherited.map(({ name, writtenIn, side }) => [name, writtenIn, side.text, side.span.file])).toEqual([
      ['乙', '省', '5%', '0.yice'],
      ['丙', '省', '乙', '0.yice'],
    ]);
    expect(
      heir?.overrides.map(({ name, stretches }) => [name, stretches.map(({ from, above, own }) => [from, above?.text, own?.text])]),
    ).toEqual([['甲', [['2021-01-01', '30%', '32%']]]]);
    expect(heir?.overrides[0]?.stretches[0]?.above?.citations).toEqual([{ document: '通知', quote: '省定三成' }]);
    expect(heir?.adjusted.map(({ name, adjusts }) => [name, adjusts])).toEqual([['加一', '丙']]);
  });

  const drifts = (own: string, ...amendments: readonly string[]): readonly string[] =>
    report(province, city(own), ...amendments).flatMap((heir) =>
      heir.overrides.flatMap(({ name, drifts: found }) => found.map((drift) => driftWords(name, drift).zh)),
    );
  const own = '参数 甲 : 比例 = 32%';

  it.each([
    ['nothing changed above: no drift', own, [], []],
    ['changed above before this policy began: no drift', own, [amendment('省', '2020-06-01', '甲 由 30% 改为 31%')], []],
    [
      'changed above, not here',
      own,
      [amendment('省', '2022-01-01', '甲 由 30% 改为 35%')],
      ['上级的 “甲” 自 2022-01-01 起已改：30% → 35%，本政策的没有随着改'],
    ],
    [
      'both changed on one day: no drift',
      own,
      [amendment('省', '2022-01-01', '甲 由 30% 改为 35%'), amendment('市', '2022-01-01', '甲 由 32% 改为 36%')],
      [],
    ],
    ['the same from the start, however spelled', '定义 甲 : 比例 = 30.0%', [], ['“甲” 自 2021-01-01 起与上级的相同，可以不再覆盖']],
    [
      'the same after a change above',
      own,
      [amendment('省', '2022-01-01', '甲 由 30% 改为 32%')],
      ['上级的 “甲” 自 2022-01-01 起已改：30% → 32%，本政策的没有随着改', '“甲” 自 2022-01-01 起与上级的相同，可以不再覆盖'],
    ],
    ['stopped above', own, [amendment('省', '2023-01-01', '停止 甲')], ['上级自 2023-01-01 起不再有 “甲”']],
  ])('%s', (_, mine, amendments, expected) => {
    expect(drifts(mine, ...amendments)).toEqual(expected);
  });

  it('says until when a name is followed', () => {
    const [heir] = report(province, city(own), amendment('市', '2022-01-01', '停止 乙\n  新增 参数 乙 : 比例 = 6%'));
    expect(heir?.inherited.map(({ name, until }) => [name, until])).toEqual([
      ['乙', '2022-01-01'],
      ['丙', undefined],
    ]);
  });

  it('cites what an amendment above wrote, and leads further up', () => {
    const state = policy('国家', '2019-01-01', '参数 丁 : 比例 = 1%');
    const middle = policy('省', '2020-01-01', '继承 “国家” : 丁\n  参数 甲 : 比例 = 30%');
    const low = policy('市', '2021-01-01', '继承 “省” : 甲、丁');
    const [, heir] = report(state, middle, low, amendment('省', '2022-01-01', '出处 通知 “调为三成五”\n  甲 由 30% 改为 35%'));
    expect(heir?.above).toEqual(['省', '国家']);
    expect(heir?.inherited.map(({ name, writtenIn, side }) => [name, writtenIn, side.text, side.citations])).toEqual([
      ['甲', '省', '35%', [{ document: '通知', quote: '调为三成五' }]],
      ['丁', '国家', '1%', []],
    ]);
  });

  it('reads as lines in both languages', () => {
    const [heir] = report(province, city(own), amendment('省', '2022-01-01', '甲 由 30% 改为 35%'));
    const lines = heir ? ladderLines(heir) : [];
    expect(lines.map(({ zh }) => zh).join('\n')).toMatchInlineSnapshot(`
      "市
        上级：省
        沿用 2 个名称
          乙（省）
            5%
          丙（省）
            乙
        覆盖 1 个名称
          甲（省）
            2021-01-01 起
              上级：30%
                出处 通知 “省定三成”
              本政策：32%
            2022-01-01 起
              上级：35%
              本政策：32%
            ！上级的 “甲” 自 2022-01-01 起已改：30% → 35%，本政策的没有随着改
        调整 1 处
          丙：加一
            例外 加一 于 丙 : 加 1个百分点"
    `);
    expect(lines.map(({ en }) => en).join('\n')).toMatchInlineSnapshot(`
      "市
        above: 省
        takes 2 names
          乙 (省)
            5%
          丙 (省)
            乙
        overrides 1 names
          甲 (省)
            from 2021-01-01
              above: 30%
                source 通知 “省定三成”
              here: 32%
            from 2022-01-01
              above: 35%
              here: 32%
            ! “甲” above changed from 2022-01-01: 30% → 35%; the one here did not
        adjusts 1
          丙: 加一
            例外 加一 于 丙 : 加 1个百分点"
    `);
  });

  it('shows benefits and bands as they stand, amendments applied', () => {
    const above = policy(
      '省',
      '2020-01-01',
      '待遇 住院 {\n适用 真\n起付线 430元 每次\n报销比例 60%\n}\n分段 大病段 {\n至 2万元 : 0%\n以上 : 60%\n}',
    );
    const changes = amendment('省', '2022-01-01', '住院.报销比例 由 60% 改为 65%\n大病段[至 2万元] 由 0% 改为 10%');
    const [heir] = report(above, policy('市', '2021-01-01', '继承 “省” : 住院、大病段'), changes);
    expect(heir?.inherited.map(({ side }) => side.text)).toEqual([
      '待遇 住院 {\n  适用 真\n  起付线 430元 每次\n  报销比例 65%\n}',
      '分段 大病段 {\n  至 2万元 : 10%\n  以上 : 60%\n}',
    ]);
  });
});
