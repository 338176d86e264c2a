import { describe, expect, it } from 'vitest';
import { type CsvEvent, eventsOf, refusedAt } from '../../../../language/cli/csv/rows.ts';
import { Stop } from '../../../../language/cli/exits.ts';
import type { EncounterInput } from '../../../../runtime/index.ts';
import { emptyLedger, settle } from '../../../../runtime/index.ts';
import { outpatient, policyText, readyFrom } from '../../../kit/policy.ts';

const { loaded } = await readyFrom(
  policyText(`
    字段 已备案 : 布尔 接口 “filed”
    字段 结算人 : 文本 接口 “opter”
    明细 收费明细 接口 “feedetail” {
      字段 目录编码 : 文本 接口 “med_list_codg”
      字段 明细金额 : 分额 接口 “det_item_fee_sumamt”
      字段 自费 : 布尔
    }
    算得 全自费 = 合计 甲.明细金额 逐项 甲 于 收费明细
    ${outpatient()}`),
);

/** In pieces, so that nothing rests on how the text arrives. */
async function* inPieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 7) yield text.slice(at, at + 7);
}

const eventsIn = async (text: string, ignored: readonly string[] = []): Promise<readonly CsvEvent[]> => {
  const events: CsvEvent[] = [];
  for await (const event of eventsOf(inPieces(text), loaded, ignored)) events.push(event);
  return events;
};
const only = async (text: string): Promise<EncounterInput> => {
  const [event] = await eventsIn(text);
  if (!event?.read.ok) throw new Error(JSON.stringify(event?.read));
  return event.read.encounter;
};
const refusalOf = async (text: string): Promise<string> => {
  const refused = (await eventsIn(text)).find(({ read }) => !read.ok);
  return refused && !refused.read.ok ? `${refused.read.error.code} ${refused.read.error.zh}` : '';
};
const stopOf = async (text: string, ignored?: readonly string[]): Promise<string> => {
  try {
    await eventsIn(text, ignored);
    return '';
  } catch (error) {
    return error instanceof Stop ? error.words.zh : String(error);
  }
};

describe('cells', () => {
  it.each([
    ['an amount stays a text', '政策范围内', '1000.10', '1000.10'],
    ['thousands', '政策范围内', '"1,234,567.89"', '1234567.89'],
    ['an amount that is none is left to the runtime', '政策范围内', '一千', '一千'],
    ['是', '已备案', '是', true],
    ['TRUE of a spreadsheet', 'filed', 'TRUE', true],
    ['假', '已备案', '假', false],
    ['0', '已备案', '0', false],
    ['a set', '身份', '低保、特困', ['低保', '特困']],
    ['a set with a bar', '身份', '低保 | 特困', ['低保', '特困']],
    ['a set with a semicolon', '身份', '低保；特困', ['低保', '特困']],
    ['an empty set', '身份', '无', []],
    ['a day', '就诊日', '2023-03-02', '2023-03-02'],
    ['a day of a spreadsheet', '就诊日', '2023/3/2', '2023-03-02'],
    ['a day with its time', '就诊日', '2023-03-02 10:30:05', '2023-03-02'],
    ['a Chinese day', '就诊日', '2023年3月2日', '2023-03-02'],
    ['a code', '医疗类别', '11', '11'],
    ['blanks around', '医疗类别', '\t普通门诊 ', '普通门诊'],
    ['a quoted cell with line break, comma and quote', '结算人', '"张,""三""\r\n李四"', '张,"三"\r\n李四'],
  ])('%s', async (_, header, cell, value) => {
    expect((await only(`id,${header}\r\ne1,${cell}\r\n`)).fields).toEqual({ [header]: value });
  });

  it('an empty cell is not given, and none is 0', async () => {
    expect(await only('id,政策范围内,全自费,身份\ne1,1.00,,\n')).toEqual({ id: 'e1', fields: { 政策范围内: '1.00' } });
  });

  it.each([
    ['已备案', '有', '第 2 行“已备案”列：写的是“有”；写 是 或 否'],
    ['参保人', '5.10701E+17', '科学计数法'],
    ['政策范围内', '1E+05', '科学计数法'],
  ])('%s = %s is refused at its place', async (header, cell, said) => {
    expect(await refusalOf(`id,${header}\ne1,${cell}\n`)).toContain(said);
  });
});

describe('rows', () => {
  it('say what becomes of the event: 编号, 事件, 所指编号', async () => {
    const events = await eventsIn('编号,事件,所指编号,政策范围内\ne1,结算,,5\nr1,撤销,e1,\nc1,correct,e1,6\n');
    expect(events.map(({ row, read }) => [row, read.ok && read.encounter.kind, read.ok && read.encounter.of])).toEqual([
      [2, 'settle', undefined],
      [3, 'reverse', 'e1'],
      [4, 'correct', 'e1'],
    ]);
  });

  it('of one id that follow one another are one event with its items', async () => {
    const text = [
      'id,参保人,feedetail.med_list_codg,收费明细.det_item_fee_sumamt,收费明细.自费',
      'e1,甲,X1,10.50,否',
      'e1,,X2,20,1',
      'e1,甲,,,',
      'e2,乙,X3,1,0',
      '',
    ].join('\r\n');
    const events = await eventsIn(text);
    expect(events.map(({ row, read }) => [row, read.ok && read.encounter.fields])).toEqual([
      [
        2,
        {
          参保人: '甲',
          收费明细: [
            { med_list_codg: 'X1', det_item_fee_sumamt: '10.50', 自费: false },
            { med_list_codg: 'X2', det_item_fee_sumamt: '20', 自费: true },
          ],
        },
      ],
      [5, { 参保人: '乙', 收费明细: [{ med_list_codg: 'X3', det_item_fee_sumamt: '1', 自费: false }] }],
    ]);
  });

  it('without item columns each row is an event, and a list can be said to have none', async () => {
    expect((await eventsIn('id,政策范围内\ne1,1\ne1,2\n')).length).toBe(2);
    expect((await only('id,收费明细\ne1,无\n')).fields).toEqual({ 收费明细: [] });
    expect((await only('id,收费明细,收费明细.目录编码\ne1,,\n')).fields).toEqual({});
  });

  it.each([
    ['an id that comes again further down', 'id,收费明细.目录编码\ne1,A\ne2,B\ne1,C\n', 'csv/apart 第 4 行“id”列'],
    ['rows of one event that disagree', 'id,参保人,收费明细.目录编码\ne1,甲,A\ne1,乙,B\n', 'csv/differs 第 3 行“参保人”列：写的是“乙”'],
    ['cells beyond the header', 'id,政策范围内\ne1,1,000\n', 'csv/shift 第 2 行：比表头多出'],
    ['no id', 'id,政策范围内\n,1\n', 'csv/entry 第 2 行“id”列：没有写编号'],
    ['a list with items and without', 'id,收费明细,收费明细.目录编码\ne1,无,A\n', 'csv/list 第 2 行“收费明细”列'],
    ['a kind that is none', 'id,事件\ne1,结帐\n', 'line/entry'],
  ])('%s is refused', async (_, text, said) => {
    expect(await refusalOf(text)).toContain(said);
  });

  it('are counted as a spreadsheet counts them, and blank ones are passed over', async () => {
    const events = await eventsIn('id,结算人\ne1,"a\r\nb"\r\n,\n\ne2,c');
    expect(events.map(({ row }) => row)).toEqual([2, 5]);
  });

  it('a refusal of the runtime names row and column of its item', async () => {
    const [event] = await eventsIn('id,参保人,收费明细.det_item_fee_sumamt\ne1,甲,1.00\ne1,,1.001\n');
    if (!event?.read.ok) throw new Error('it is an event');
    const { answer } = settle(loaded, { ...event.read.encounter, policy: '甲' }, emptyLedger(), {});
    const problem = answer.problems.find(({ field }) => field?.includes('明细金额'));
    expect(problem && refusedAt(problem, event).zh).toMatch(/^第 3 行“收费明细\.det_item_fee_sumamt”列：/u);
  });
});

describe('the header', () => {
  it('names every column that no policy knows, once, before anything is settled', async () => {
    const said = await stopOf('id,医疗类型,政策范围内,备注,收费明细.金额\ne1,11,1,x,2\n');
    expect(said).toContain('“医疗类型”（最接近 “医疗类别”）');
    expect(said).toContain('“备注”');
    expect(said).toContain('“收费明细.金额”');
    expect(said).toContain('一笔都还没有结算');
  });

  it('columns are passed over when told to', async () => {
    expect(await stopOf('id,备注,政策范围内\ne1,x,1\n', ['备注'])).toBe('');
  });

  it.each([
    ['id,政策范围内,id\n', '写了两次'],
    ['政策范围内\n1\n', '没有 id'],
    ['id\t政策范围内\ne1\t1\n', '制表符'],
    ['', '是空的'],
    [`id${',政策范围内'.repeat(2000)}\n`, '最多 2000 列'],
  ])('%j', async (text, said) => {
    expect(await stopOf(text)).toContain(said);
  });

  it.each([
    ['a quote that is not closed', 'id,结算人\ne1,"a\ne2,b\n', '第 2 行的引号不成对'],
    ['a quote in the middle', 'id,结算人\ne1,a\ne2,"b"c\n', '第 3 行的引号不成对'],
    ['a row without end', `id,结算人\ne1,"${'a'.repeat(1024 * 1024 + 1)}"\n`, '第 2 行超过'],
  ])('%s ends the run at its row', async (_, text, said) => {
    expect(await stopOf(text)).toContain(said);
  });
});
