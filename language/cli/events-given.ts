/** The events of a run, from a file or from stdin, as JSON lines or as a CSV table. */
import { createReadStream } from 'node:fs';
import type { LoadedBundle } from '../../runtime/index.ts';
import { type Encoding, encodingOf, type Source, textOf } from './csv/encoding.ts';
import { eventsOf, refusedAt } from './csv/rows.ts';
import { type ReadLine, readEncounter, type Unreadable } from './encounter-line.ts';
import { EXIT, Stop } from './exits.ts';
import { kindOf } from './files.ts';
import { linesOf } from './json-lines.ts';
import type { Terminal } from './terminal.ts';

/** An event, or why there is none, and where it stands. */
export interface Given {
  readonly unit: 'line' | 'row';
  readonly at: number;
  readonly read: ReadLine;
  /** A refusal of the runtime with the place in the input that it is about. */
  readonly told: (error: Unreadable) => Unreadable;
}

export interface GivenOptions {
  readonly csv: boolean;
  readonly ignore: readonly string[];
}

/** One event is a page of fields; a line above this is not one. Bytes. */
const LINE_LIMIT = 1024 * 1024;

/** A table from stdin is held in memory, because its encoding is known only at its end. Bytes. */
const MOST_HELD = 256 * 1024 * 1024;

/** The events to settle; of a table the encoding is said and the header is judged before the first. @throws Stop when it cannot be read */
export async function givenIn(
  file: string | undefined,
  { csv, ignore }: GivenOptions,
  bundle: LoadedBundle,
  terminal: Terminal,
): Promise<AsyncIterable<Given>> {
  if (file !== undefined && (await kindOf(file)) !== 'file')
    throw new Stop(EXIT.files, { zh: `没有文件 “${file}”`, en: `there is no file “${file}”` });
  if (file === undefined && process.stdin.isTTY)
    terminal.say({ zh: '从键盘读：一行一笔 JSON，Ctrl+D 结束', en: 'reading from the keyboard: a line of JSON an event, Ctrl+D ends it' });
  const isTable = csv || (file !== undefined && /\.csv$/iu.test(file));
  if (!isTable) return fromLines(file === undefined ? process.stdin : bytesOf(file));
  const source: Source = file === undefined ? await held(process.stdin) : () => bytesOf(file);
  const encoding = await encodingOf(source);
  terminal.say(ENCODINGS[encoding]);
  return fromTable(textOf(source, encoding), bundle, ignore);
}

const ENCODINGS: Readonly<Record<Encoding, { readonly zh: string; readonly en: string }>> = {
  'utf-8': { zh: '表的编码：UTF-8', en: 'the table is in UTF-8' },
  gb18030: { zh: '表的编码：GB18030（表格软件另存的 CSV）', en: 'the table is in GB18030, as spreadsheets save CSV in China' },
};

async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new Stop(EXIT.files, { zh: `读不了 “${file}”：${error.message}`, en: `“${file}” cannot be read: ${error.message}` });
  }
}

async function* fromLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Given> {
  for await (const line of linesOf(stream, LINE_LIMIT)) {
    if (line.kind === 'line' && line.text.trim() === '') continue;
    yield { unit: 'line', at: line.number, read: readEncounter(line, LINE_LIMIT), told: (error) => error };
  }
}

async function* fromTable(text: AsyncIterable<string>, bundle: LoadedBundle, ignore: readonly string[]): AsyncGenerator<Given> {
  for await (const event of eventsOf(text, bundle, ignore))
    yield { unit: 'row', at: event.row, read: event.read, told: (error) => refusedAt(error, event) };
}

async function held(stream: AsyncIterable<Uint8Array>): Promise<Source> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > MOST_HELD)
      throw new Stop(EXIT.files, {
        zh: '标准输入的表超过 256 MB；存成文件，写文件名',
        en: 'the table on stdin is larger than 256 MB; save it as a file and name the file',
      });
    chunks.push(chunk);
  }
  return async function* again() {
    yield* chunks;
  };
}
