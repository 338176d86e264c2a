/** The values of options: read when the command is, so that a wrong one is said before anything is done. */
import { InvalidArgumentError } from 'commander';
import { dayFromText } from '../../runtime/calendar/date.ts';
import type { Lang } from './terminal.ts';

/** A day as it was written. @throws InvalidArgumentError when there is no such day */
export const dayAsked =
  (lang: Lang) =>
  (text: string): string => {
    if (dayFromText(text) === undefined)
      throw new InvalidArgumentError(lang === 'zh' ? '日期写作 2024-01-01' : 'a day is written 2024-01-01');
    return text;
  };

/** Groups as they are read out may have spaces between them. @throws InvalidArgumentError when it is no SHA-256 */
export function digestAsked(text: string): string {
  const hex = text.replace(/^sha256:/i, '').replace(/\s+/g, '');
  if (!/^[0-9a-f]{64}$/i.test(hex)) throw new InvalidArgumentError('sha256: + 64 × 0–9 a–f');
  return `sha256:${hex.toLowerCase()}`;
}

/** From 1 on, nine digits at most. @throws InvalidArgumentError for anything else */
export function wholeNumberAsked(text: string): number {
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value < 1) throw new InvalidArgumentError('1, 2, 3 …');
  return value;
}
