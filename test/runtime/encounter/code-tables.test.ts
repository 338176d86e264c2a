import { describe, expect, it } from 'vitest';
import { encounterReader, readFields } from '../../../runtime/encounter/read.ts';
import type { InputField } from '../../../runtime/ir/types.ts';
import { draft, FEN } from '../../kit/ir.ts';

const KIND = { kind: 'enum', name: '医疗类别' } as const;
const values = [{ name: '挂号', code: '12' }, { name: '急诊抢救' }, { name: '药店购药', code: '41' }, { name: '普通门诊', code: '11' }];
const tables: InputField['tables'] = [
  {
    interfaceName: 'aka130',
    version: '旧接口',
    codes: [
      { code: '12', value: '药店购药' },
      { code: '16', value: '急诊抢救' },
      { code: '17', value: '急诊抢救' },
      { code: '11', value: '普通门诊' },
    ],
  },
  { interfaceName: 'med_type', version: '某省', codes: [{ code: '9901', value: '急诊抢救' }] },
];
const policy = draft()
  .field('医疗类别', KIND, { interfaceName: 'med_type', values, tables })
  .list('明细', [
    { name: '类', type: { ...KIND, name: '类' }, interfaceName: 'kind', values, tables },
    { name: '金额', type: FEN },
  ])
  .finish();
const reader = encounterReader(policy);
const at = reader.names.get('医疗类别') ?? -1;
const read = (fields: Readonly<Record<string, unknown>>): unknown => {
  const { inputs, problems } = readFields(reader, fields);
  return problems[0]?.zh ?? inputs[at];
};

describe('[S16] codes of several tables', () => {
  it.each([
    ['med_type', '12', '挂号'],
    ['aka130', '12', '药店购药'],
    ['aka130@旧接口', '12', '药店购药'],
    ['aka130', '17', '急诊抢救'],
    ['med_type@某省', '9901', '急诊抢救'],
    ['医疗类别', '41', '药店购药'],
    ['医疗类别', '11', '普通门诊'],
    ['aka130', '挂号', '挂号'],
    ['med_type', '急诊抢救', '急诊抢救'],
  ])('%s %s is %s', (name, code, value) => expect(read({ [name]: code })).toBe(value));

  it.each([
    ['aka130', '41', '编码表 aka130@旧接口 没有“41”。表里有: 12 药店购药'],
    ['med_type', '9901', '没有“9901”这个取值'],
    ['med_type', '16', '没有“16”这个取值'],
    ['医疗类别', '12', '在 med_type 里是“挂号”, 在 aka130@旧接口 里是别的'],
    ['med_type@旧接口', '12', '没有叫“med_type@旧接口”的字段'],
  ])('%s %s is refused', (name, code, said) => expect(read({ [name]: code })).toContain(said));

  it('given under two names they must be the same value', () => {
    expect(read({ med_type: '41', aka130: '12' })).toBe('药店购药');
    expect(read({ med_type: '12', aka130: '12' })).toContain('两个值不同');
  });

  it('in the items of a list as well', () => {
    const { lists, problems } = readFields(reader, { 明细: [{ aka130: '12' }, { kind: '12' }] });
    expect(problems).toEqual([]);
    expect(lists[0]?.map(([kind]) => kind)).toEqual(['药店购药', '挂号']);
  });
});
