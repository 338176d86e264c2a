/** CSV text → rows of cells. The one door to the library that knows quotes and line ends. */
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Words } from '../../diagnostics/diagnostic.ts';
import { EXIT, Stop } from '../exits.ts';

/** A row as a spreadsheet counts it: from 1, whatever line breaks stand inside its cells. Cells are without blanks around them. */
export interface Row {
  readonly number: number;
  readonly cells: readonly string[];
}

/** One event is a page of fields; a row above this is not one. Characters. */
const ROW_LIMIT = 1024 * 1024;

/** Rows as they are read; memory stays bounded. @throws Stop at a row that cannot be told apart from the next */
export async function* rowsOf(text: AsyncIterable<string>): AsyncGenerator<Row> {
  const parser = parse({
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: ROW_LIMIT,
  });
  const source = Readable.from(text);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let number = 0;
  try {
    for await (const record of parser as AsyncIterable<readonly string[]>) {
      number += 1;
      yield { number, cells: record.map((cell) => cell.trim()) };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new Stop(EXIT.files, unreadable(error.code, Number(error.records) + 1));
    throw error;
  } finally {
    source.destroy();
  }
}

function unreadable(code: string, row: number): Words {
  if (code === 'CSV_MAX_RECORD_SIZE')
    return {
      zh: `第 ${row} 行超过 ${ROW_LIMIT} 字，或引号没有收住；账本没有改`,
      en: `row ${row} is longer than ${ROW_LIMIT} characters, or a quote is not closed; the ledger is unchanged`,
    };
  return {
    zh: `第 ${row} 行的引号不成对：格里有引号的，引号写两次，整格用引号括起；账本没有改`,
    en: `the quotes of row ${row} do not match: a quote inside a cell is written twice and the cell stands in quotes; the ledger is unchanged`,
  };
}
