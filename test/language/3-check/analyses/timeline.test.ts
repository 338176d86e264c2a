import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPlace } from '../../../../language/3-check/analyses/amend.ts';
import { placesOf } from '../../../../language/3-check/analyses/places.ts';
import { buildTimeline } from '../../../../language/3-check/analyses/timeline.ts';
import type { Timeline } from '../../../../language/3-check/analyses/timeline-types.ts';
import { expandItems } from '../../../../language/3-check/forms/expand.ts';
import { printExpression, printPath } from '../../../../language/3-check/forms/print.ts';
import type { CivilDay } from '../../../../language/model/types.ts';
import { dayFromText, dayNumber, dayText } from '../../../../runtime/calendar/date.ts';
import { amendmentsOf, codesOf, policyWith } from '../../../kit/law.ts';

const base = policyWith(`
  依据 文 = 文件 “a.txt”
  险种 职工
  金额上限 1000万元
  累计 年支付 = 合计 住院.支付 每 参保人、自然年(归属日)
  等待期 12个月 自 参保日 当日起
  参数 平均工资 : 金额 = 暂按 6000元 待定 “未公布”
  定义 标准 : 金额 =
    | 机构等级 ＼ 第几次 | 1     | 2 以上 |
    | 三级              | 910元 | 640元  |
    | 二级、一级         | 430元 | 310元  |
    例外 困难 当 身份 含 低保 : 乘以 57%
    再
    例外 下限 : 不低于 180元
  定义 慢病限额 : 金额 =
    | 认定病种数 | →      |
    | 1         | 1000元 |
    | 2 以上     | 1500元 |
  分段 大病段 {
    至 1.9万元 : 0%
    至 8.5万元 : 62%
    以上 : 74%
  }
  倾斜 困难倾斜 当 身份 含 特困 { 住院.报销比例 加 4个百分点 }
  待遇 住院 {
    适用 医疗类别 是 普通住院
    起付线 标准 每次
    报销比例 64%
    限额 支付 4.7万元 累计于 年支付
    限额 费用 20万元 每次
    支付 由 统筹基金 从 政策范围内
  }
`);
const law = (...amendments: readonly string[]): Timeline => buildTimeline(base, amendmentsOf(...amendments));
const on = (day: string, lines: string): string => `发布 ${day} 自 ${day} 起 {\n${lines}\n}`;
const civil = (day: CivilDay | undefined): number | undefined => day && dayNumber(day.year, day.month, day.day);

/** The cell that holds a version day and a known day. */
function cellAt({ cells }: Timeline, day: string, known = '9999-12-31') {
  const [v, k] = [dayFromText(day) ?? 0, dayFromText(known) ?? 0];
  const holds = (at: number, from?: CivilDay, to?: CivilDay): boolean => (civil(from) ?? -Infinity) <= at && at < (civil(to) ?? Infinity);
  return cells.filter((cell) => holds(v, cell.from, cell.to) && holds(k, cell.knownFrom, cell.knownTo));
}

/** What stands at a path on a day. */
function valueAt(timeline: Timeline, path: string, day: string, known?: string): string | undefined {
  const version = cellAt(timeline, day, known)[0]?.version;
  const items = version === undefined ? undefined : timeline.versions[version]?.items;
  const change = amendmentsOf(on('2023-01-01', `停止 ${path}`))[0]?.changes[0];
  const place = items && change?.kind === 'stop' ? findPlace(items, change.path, (one) => one.value !== undefined) : undefined;
  return place?.value && printExpression(place.value);
}

describe('paths of an amendment', () => {
  it.each([
    ['住院.报销比例', '64%', '70%'],
    ['住院.支付限额', '4.7万元', '5万元'],
    ['住院.支付限额[年支付]', '4.7万元', '5万元'],
    ['住院.限额[每次]', '20万元', '25万元'],
    ['住院.费用限额', '20万元', '25万元'],
    ['住院.起付线', '标准', '500元'],
    ['住院.起付标准', '标准', '500元'],
    ['标准[三级, 1]', '910元', '860元'],
    ['标准[2 以上, 三级]', '640元', '600元'],
    ['标准[一级、二级, 超过 1]', '310元', '300元'],
    ['慢病限额[2 以上]', '1500元', '3000元'],
    ['大病段[1.9万元 以下]', '0%', '5%'],
    ['大病段[至 1.9万元]', '0%', '5%'],
    ['大病段[8.5万元 以上]', '74%', '80%'],
    ['标准.困难', '57%', '50%'],
    ['标准.下限', '180元', '200元'],
    ['困难倾斜.住院.报销比例', '4个百分点', '5个百分点'],
    ['等待期', '12个月', '6个月'],
    ['平均工资', '暂按 6000元 待定 “未公布”', '7000元'],
    ['住院.适用', '医疗类别 是 普通住院', '医疗类别 是 普通住院、急诊'],
  ])('%s', (path, old, next) => {
    const timeline = law(on('2023-01-01', `${path} 由 ${old} 改为 ${next}`));
    expect(codesOf(timeline.diagnostics)).toEqual([]);
    expect([valueAt(timeline, path, '2022-12-31'), valueAt(timeline, path, '2023-01-01')]).toEqual([old, next]);
  });

  it.each([
    ['慢病限额[1]', '0.1万元'],
    ['住院.报销比例', '0.64'],
    ['等待期', '1年'],
    ['大病段[不满 19000元]', '0%'],
  ])('the old value may be written in its own way: %s %s', (path, old) => {
    expect(codesOf(law(on('2023-01-01', `${path} 由 ${old} 改为 1元`)).diagnostics)).toEqual([]);
  });

  it.each([
    ['住院.报销比例', '65%', '64%'],
    ['住院.报销比例', '64元', '64%'],
    ['慢病限额[1]', '暂按 1000元 待定 “未写”', '1000元'],
    ['平均工资', '6000元', '暂按 6000元 待定 “未公布”'],
    ['平均工资', '暂按 6000元 待定 “没公布”', '暂按 6000元 待定 “未公布”'],
  ])('a wrong one is shown with the right one: %s %s', (path, old, actual) => {
    const { diagnostics } = law(on('2023-01-01', `${path} 由 ${old} 改为 1元`));
    expect(codesOf(diagnostics)).toEqual(['timeline/wrong-old-value']);
    expect(diagnostics[0]?.fixes[0]?.edits[0]?.text).toBe(actual);
  });

  it.each([
    ['住院.报消比例', '住院.报销比例'],
    ['标准[三级, 2]', '标准[三级, 2 以上]'],
    ['慢病限额[3]', '慢病限额[1]'],
    ['慢病现额[1]', '慢病限额[1]'],
    ['完全没有的路径名称', undefined],
  ])('a path that leads nowhere: %s', (path, near) => {
    const { diagnostics } = law(on('2023-01-01', `${path} 由 1元 改为 2元`));
    expect(codesOf(diagnostics)).toEqual(['timeline/unknown-path']);
    expect(diagnostics[0]?.fixes[0]?.edits[0]?.text).toBe(near);
  });

  it('every place is found again by its own name', () => {
    for (const place of placesOf(base.items)) {
      const again = findPlace(
        base.items,
        {
          names: place.names.map((text) => ({ text, span: base.span, quoted: false })),
          keys: place.keys.map((cell) => ({ cell, span: base.span })),
          span: base.span,
        },
        (one) => one.put === place.put || (one.value === place.value && one.remove === undefined) || one.value === place.value,
      );
      expect(again?.value).toBe(place.value);
    }
  });
});

describe('verbs', () => {
  const names = (timeline: Timeline, day: string): readonly string[] =>
    (timeline.versions[cellAt(timeline, day)[0]?.version ?? -1]?.items ?? []).flatMap((item) =>
      'name' in item && item.name && 'text' in item.name ? [item.name.text] : [],
    );

  it('新增 begins on its day, and quotes of the block go with it', () => {
    const timeline = law(on('2023-01-01', '出处 文 “一句”\n新增 定义 新标准 : 金额 = 200元\n新增 例外 甲 : 免除'));
    expect(codesOf(timeline.diagnostics)).toEqual([]);
    expect([names(timeline, '2022-12-31'), names(timeline, '2023-01-01')].map((all) => all.includes('新标准'))).toEqual([false, true]);
    const made = expandItems(timeline.versions[1]?.items ?? []).items.find(
      (item) => item.kind === 'definition' && item.name.text === '新标准',
    );
    expect(made?.kind === 'definition' && made.citations.map((one) => one.quote.text)).toEqual(['一句']);
  });

  it('an added exception names its target and stays out of other rounds', () => {
    const exceptions = (timeline: Timeline) =>
      expandItems(timeline.versions.at(-1)?.items ?? []).items.flatMap((item) =>
        item.kind === 'coreException' ? [`${item.name} ${printPath(item.target)} ${item.round}`] : [],
      );
    const old = ['困难 标准 0', '下限 标准 1', '困难倾斜 住院.报销比例 0'];
    const timeline = law(
      on('2023-01-01', '新增 例外 孤儿 于 标准 当 身份 含 孤儿 : 乘以 50%'),
      on('2024-01-01', '新增 例外 烈属 于 标准 当 身份 含 烈属 : 免除'),
    );
    expect(codesOf(timeline.diagnostics)).toEqual([]);
    expect([...exceptions(timeline)].sort()).toEqual([...old, '孤儿 标准 0', '烈属 标准 0'].sort());
  });

  it.each([
    ['新增 例外 孤儿 : 免除', 'exceptions/no-target'],
    ['新增 定义 标准 : 金额 = 1元', 'timeline/already-there'],
    ['新增 例外 困难 于 标准 : 免除', 'timeline/already-there'],
    ['停止 住院标准线', 'timeline/unknown-path'],
    ['改名 住院标准线 为 别名', 'timeline/unknown-path'],
  ])('%s', (line, code) => {
    expect(codesOf(law(on('2023-01-01', line)).diagnostics)).toEqual([code]);
  });

  it('停止 takes a definition with the exceptions that follow it', () => {
    const timeline = law(on('2023-01-01', '停止 标准\n停止 住院.费用限额'));
    expect(codesOf(timeline.diagnostics)).toEqual([]);
    expect(names(timeline, '2023-01-01')).not.toEqual(expect.arrayContaining(['标准', '困难', '下限']));
    expect(valueAt(timeline, '住院.限额', '2023-01-01')).toBe('4.7万元');
  });

  it('改名 renames every place, and later amendments use the new name', () => {
    const timeline = law(
      on('2023-01-01', '标准[三级, 1] 由 910元 改为 860元\n改名 标准 为 住院标准'),
      on('2024-01-01', '住院标准[三级, 1] 由 860元 改为 800元'),
    );
    expect(codesOf(timeline.diagnostics)).toEqual([]);
    expect([valueAt(timeline, '住院.起付线', '2023-01-01'), valueAt(timeline, '住院标准[三级, 1]', '2024-01-01')]).toEqual([
      '住院标准',
      '800元',
    ]);
    const written = timeline.versions.at(-1)?.provenance ?? new Map();
    expect([...written.keys()].map(printExpression)).toEqual(['860元', '800元']);
  });

  it.each<readonly [string, string, readonly string[]]>([
    ['2023-01-01', '自然年(归属日)', []],
    ['2023-07-01', '自然年(归属日)', ['timeline/born-inside']],
    ['2023-07-01', '季度(归属日)', []],
    ['2023-07-02', '自然月(归属日)', ['timeline/born-inside']],
    ['2023-07-01', '自然年(归属日) 期初 0元', []],
    ['2023-07-01', '自然年(归属日) 期初 追溯', []],
    ['2022-01-01', '病种', []],
    ['2023-01-01', '病种', ['timeline/born-inside']],
  ])('a new 累计 from %s 每 %s', (day, keys, codes) => {
    expect(codesOf(law(on(day, `新增 累计 年新 = 合计 住院.支付 每 参保人、${keys}`)).diagnostics)).toEqual(codes);
  });
});

describe('two axes', () => {
  it('a change published later is law only for those who know it', () => {
    const timeline = law('发布 2023-03-20 自 2023-01-01 起 {\n住院.报销比例 由 64% 改为 70%\n}');
    expect(valueAt(timeline, '住院.报销比例', '2023-02-01', '2023-03-19')).toBe('64%');
    expect(valueAt(timeline, '住院.报销比例', '2023-02-01', '2023-03-20')).toBe('70%');
    expect(valueAt(timeline, '住院.报销比例', '2022-12-31')).toBe('64%');
    expect(cellAt(timeline, '2021-12-31')[0]).toMatchObject({ candidates: [] });
    expect(cellAt(timeline, '2022-06-01', '2021-11-30')[0]?.version).toBeUndefined();
  });

  it('至 holds through its day', () => {
    const timeline = law('发布 2022-12-01 自 2023-01-01 起 至 2023-06-30 {\n住院.报销比例 由 64% 改为 70%\n}');
    expect(['2022-12-31', '2023-01-01', '2023-06-30', '2023-07-01'].map((day) => valueAt(timeline, '住院.报销比例', day))).toEqual([
      '64%',
      '70%',
      '70%',
      '64%',
    ]);
  });

  const later = '发布 2022-12-01 自 2023-01-01 起 {\n住院.报销比例 由 64% 改为 70%\n}';
  it.each<readonly [string, readonly string[], readonly (string | undefined)[]]>([
    ['发布 2023-05-01 自 2022-06-01 起 {\n住院.报销比例 由 64% 改为 66%\n}', ['timeline/later-change'], []],
    ['发布 2023-05-01 自 2022-06-01 起 至 2022-12-31 {\n住院.报销比例 由 64% 改为 66%\n}', [], ['66%', '70%', '70%']],
    ['发布 2023-05-01 自 2022-06-01 起 并取代 {\n住院.报销比例 由 64% 改为 66%\n}', [], ['66%', '66%', '70%']],
    ['发布 2023-05-01 自 2022-06-01 起 {\n住院.费用限额 由 20万元 改为 1万元\n}', [], ['64%', '70%', '70%']],
  ])('reaching into a later change: %s', (earlier, codes, values) => {
    const timeline = law(later, earlier);
    expect(codesOf(timeline.diagnostics)).toEqual(codes);
    const seen = [
      valueAt(timeline, '住院.报销比例', '2022-12-31'),
      valueAt(timeline, '住院.报销比例', '2023-01-01'),
      valueAt(timeline, '住院.报销比例', '2023-01-01', '2023-04-30'),
    ];
    if (codes.length === 0) expect(seen).toEqual(values);
  });

  it('an assumed day counts and is listed', () => {
    const timeline = law('发布 暂按 2023-05-31 待定 “未写” 自 暂按 2022-06-01 待定 “未写” 起 {\n等待期 由 12个月 改为 6个月\n}');
    expect([valueAt(timeline, '等待期', '2022-07-01', '2023-05-30'), valueAt(timeline, '等待期', '2022-07-01')]).toEqual([
      '12个月',
      '6个月',
    ]);
    expect(timeline.versions.map((version) => version.assumes.length)).toEqual([0, 2]);
    expect(timeline.dayPoints.map((point) => point.address)).toEqual(['修订 2022-06-01.自', '修订 2022-06-01.发布']);
  });

  it('an open effective day is open between its bounds', () => {
    const timeline = law('发布 2022-12-01 自 待定 “未写” 不早于 2023-01-01 不晚于 2023-06-01 起 {\n住院.报销比例 由 64% 改为 70%\n}');
    expect(['2022-12-31', '2023-01-01', '2023-05-31', '2023-06-01'].map((day) => cellAt(timeline, day)[0])).toMatchObject([
      { version: 0 },
      { candidates: [0, 1] },
      { candidates: [0, 1] },
      { version: 1 },
    ]);
  });

  it('where the 自 of the policy is open it may be no law yet', () => {
    const open = policyWith('定义 标准 : 金额 = 1元', '自 待定 “未写” 不晚于 2022-06-01 起\n发布 待定 “未写”');
    const timeline = buildTimeline(open, []);
    expect(cellAt(timeline, '2022-05-31')[0]).toMatchObject({ candidates: [0, 1] });
    expect(cellAt(timeline, '2022-06-01')[0]).toMatchObject({ version: 1 });
    expect(timeline.versions.map((version) => version.items.some((item) => item.kind === 'definition'))).toEqual([false, true]);
  });

  it('an open published day matters only when a known day is asked', () => {
    const timeline = law('发布 待定 “未写” 自 2023-01-01 起 {\n住院.报销比例 由 64% 改为 70%\n}');
    expect(valueAt(timeline, '住院.报销比例', '2023-01-01')).toBe('70%');
    expect(cellAt(timeline, '2023-01-01', '2030-01-01')[0]).toMatchObject({ candidates: [0, 1] });
    expect(cellAt(timeline, '2022-12-31', '2030-01-01')[0]?.version).toBe(0);
  });

  it.each([
    ['自 2023-01-01 起 {\n停止 标准\n}', 'timeline/no-day'],
    ['发布 2023-01-01 自 2023-01-01 起 至 2022-01-01 {\n停止 标准\n}', 'timeline/ends-before-start'],
  ])('%s', (text, code) => {
    expect(codesOf(law(text).diagnostics)).toContain(code);
  });

  it('more open days than can be laid out are said', () => {
    const open = Array.from(
      { length: 7 },
      (_, index) => `发布 2022-12-01 自 待定 “未写” 起 {\n新增 定义 数${'甲乙丙丁戊己庚'[index]} : 整数 = 1\n}`,
    );
    expect(codesOf(law(...open).diagnostics)).toContain('timeline/too-open');
  });

  const day = fc.integer({ min: 0, max: 900 }).map((n) => dayText(dayNumber(2022, 1, 1) + n));
  const written = fc.oneof(
    day,
    day.map((one) => `暂按 ${one} 待定 “未写”`),
    fc.constant('待定 “未写”'),
    fc.tuple(day, day).map((days) => `待定 “未写” 不早于 ${days.toSorted()[0]} 不晚于 ${days.toSorted()[1]}`),
  );

  it('cells are disjoint and cover every day, whatever the days', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(written, written), { maxLength: 4 }),
        fc.array(fc.tuple(day, day), { minLength: 5, maxLength: 10 }),
        (amendments, asked) => {
          const timeline = law(
            ...amendments.map(
              ([published, effective], index) => `发布 ${published} 自 ${effective} 起 {\n新增 定义 数${'甲乙丙丁'[index]} : 整数 = 1\n}`,
            ),
          );
          for (const [version, known] of [...asked, ['1900-01-01', '1900-01-01'], ['9999-12-31', '9999-12-31']] as const) {
            const cells = cellAt(timeline, version, known);
            expect(cells).toHaveLength(1);
            const [cell] = cells;
            const made = [...(cell?.candidates ?? []), ...(cell?.version === undefined ? [] : [cell.version])];
            expect(made.every((index) => timeline.versions[index] !== undefined)).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('with known days each cell holds exactly the amendments whose days have come', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(day, day), { maxLength: 4 }), day, day, (amendments, version, known) => {
        const timeline = law(
          ...amendments.map(
            ([published, effective], index) => `发布 ${published} 自 ${effective} 起 {\n新增 定义 数${'甲乙丙丁'[index]} : 整数 = 1\n}`,
          ),
        );
        const items = timeline.versions[cellAt(timeline, version, known)[0]?.version ?? -1]?.items ?? [];
        const inForce = amendments.flatMap(([published, effective], index) =>
          published <= known && effective <= version ? [`数${'甲乙丙丁'[index]}`] : [],
        );
        expect(
          items.flatMap((item) => (item.kind === 'definition' && item.name.text.startsWith('数') ? [item.name.text] : [])).sort(),
        ).toEqual(inForce.sort());
      }),
      { numRuns: 60 },
    );
  });
});
