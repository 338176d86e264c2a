import type { Words } from '../../language/diagnostics/diagnostic.ts';
import type { FileSheets } from '../../language/sheets/sheet.ts';
import { cellName, placesIn } from './cells-at.ts';

const DID = { undo: { zh: '撤销', en: 'Undone' }, redo: { zh: '重做', en: 'Done again' } } as const;
const LONGEST = 24;

/** Says what a step of undo changed: "撤销：门诊比例 三级 在职 55% → 50%". */
export function undoneWords(way: 'undo' | 'redo', before: string, after: string, read: FileSheets | undefined): Words {
  if (before === after)
    return way === 'undo' ? { zh: '没有可撤销的', en: 'Nothing to undo' } : { zh: '没有可重做的', en: 'Nothing to redo' };
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const end = before.length - tail;
  const cell = read && placesIn(read, start, end)[0];
  const line = before.slice(0, start).split('\n').length;
  const [from, to] = cell
    ? [before.slice(cell.start, cell.end), after.slice(cell.start, cell.end + after.length - before.length)]
    : [before.slice(start, end), after.slice(start, after.length - tail)];
  const change = `${short(from)} → ${short(to)}`;
  const called = cell ? [cell.sheet.title, ...cellName(cell, before)].join(' ') : '';
  return {
    zh: `${DID[way].zh}：${called === '' ? `第 ${line} 行` : called} ${change}`,
    en: `${DID[way].en}: ${called === '' ? `line ${line}` : called} ${change}`,
  };
}

const short = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat === '' ? '∅' : flat.length > LONGEST ? `${flat.slice(0, LONGEST)}…` : flat;
};
