/** A table of text as it comes from a spreadsheet: cut into cells, and nothing else. */

/** Cells of text copied from a spreadsheet (tabs) or of a CSV file; quoted cells may hold separators, line breaks and doubled quotes. */
export function cellsOf(text: string): readonly (readonly string[])[] {
  const given = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const separator = (given.split('\n')[0] ?? '').includes('\t') ? '\t' : ',';
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const finish = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < given.length; at += 1) {
    const sign = given[at] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (given[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === separator) finish();
    else if (sign === '\n') {
      finish();
      rows.push([]);
    } else cell += sign;
  }
  finish();
  return rows.map((row) => row.map((one) => one.trim())).filter((row) => row.some((one) => one !== ''));
}
