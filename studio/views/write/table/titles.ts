import type { SheetColumn } from '../../../../language/sheets/sheet.ts';
import type { Say } from '../../../strings/strings.ts';
import type { tableWords } from './strings.ts';

const NAMED = [
  'name',
  'word',
  'value',
  'type',
  'asOf',
  'guard',
  'keys',
  'opening',
  'how',
  'target',
  'reason',
  'path',
  'from',
  'to',
  'upTo',
  'ratio',
] as const;

/** Tables carry their own titles; columns that gather lines of the text are named here. */
export const titleOf = ({ id, title }: SheetColumn, say: Say<typeof tableWords.book>): string => {
  if (title !== '' && title !== '→') return title;
  const named = NAMED.find((one) => one === id);
  return say(named ?? 'result');
};
