const PARTS =
  /(“[^”]*”)|(?<=^|[\s.[|])(修订|发布|自|起|待定|暂按|出处|由|改为|新增|累计|定义|待遇|适用|起付线|报销比例|限额|支付|从|累计于|合计|每|依据|文件|停止|例外|于|当|乘以|减|加|是)(?=[\s[]|$)|(\d[\d.]*(?:%|万?元|个百分点|个月|天)?)/gmu;

type Kind = 'quote' | 'word' | 'number';

/** A line of the rules in pieces: quotes, keywords, numbers, and what stands between. */
export function parts(line: string): readonly (readonly [string, Kind | undefined])[] {
  const found: (readonly [string, Kind | undefined])[] = [];
  let after = 0;
  for (const match of line.matchAll(PARTS)) {
    if (match.index > after) found.push([line.slice(after, match.index), undefined]);
    found.push([match[0], match[1] ? 'quote' : match[2] ? 'word' : 'number']);
    after = match.index + match[0].length;
  }
  return [...found, [line.slice(after), undefined]];
}
