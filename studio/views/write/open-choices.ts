import type { TextEdit } from '../../../language/diagnostics/diagnostic.ts';
import type { OpenSummary } from '../../worker/protocol.ts';

/** What can be written in place of something open, from its own text alone. */
export type OpenChoice =
  /** What is assumed becomes what is ruled. */
  | { readonly kind: 'settle'; readonly value: string; readonly edit: TextEdit }
  /** A change by percent points is read as a change by a share, still as an assumption. */
  | { readonly kind: 'share'; readonly value: string; readonly edit: TextEdit }
  /** The assumption is taken back. */
  | { readonly kind: 'reopen'; readonly edit: TextEdit }
  /** A value is assumed until it is settled; `before` and `after` go around what is typed. */
  | { readonly kind: 'assume'; readonly at: number; readonly file: string };

const ASSUMED = /^(暂按|assume)\s+([\s\S]+?)\s+((?:待定|pending)\s+[“"][\s\S]*)$/u;
const POINTS = /^(\d{1,2}(?:\.\d+)?)个百分点$/u;
const CHANGE = /(减|加)\s+$/u;
const ADJUSTED = /(?:减|加|乘以|minus|plus|times)\s+$/u;

/** A hundred less or more a number of points, exactly as text. */
function shareOf(points: string, less: boolean): string {
  const [whole = '0', fraction = ''] = points.split('.');
  const scale = 10n ** BigInt(fraction.length);
  const own = BigInt(whole + fraction);
  const left = less ? 100n * scale - own : 100n * scale + own;
  const tail = fraction === '' ? '' : `.${String(left % scale).padStart(fraction.length, '0')}`;
  return `${left / scale}${tail.replace(/\.?0+$/u, '')}%`;
}

/** The choices for one open point, in the order of the buttons. */
export function openChoices({ source, how }: Pick<OpenSummary, 'source' | 'how'>, text: string): readonly OpenChoice[] {
  const { file, start, end } = source;
  const written = text.slice(start, end);
  const match = ASSUMED.exec(written);
  if (!match) {
    return how === 'noted' || !/^(?:待定|pending)(?!\p{L})/u.test(written) ? [] : [{ kind: 'assume', at: start, file }];
  }
  const [, , value = '', reason = ''] = match;
  const before = text.slice(0, start);
  const span = { file, start, end };
  const points = POINTS.exec(value)?.[1];
  const change = CHANGE.exec(before);
  const choices: OpenChoice[] = [{ kind: 'settle', value, edit: { span, text: value } }];
  if (points !== undefined && change) {
    const share = `乘以 暂按 ${shareOf(points, change[1] === '减')} ${reason}`;
    choices.push({ kind: 'share', value: `${points}%`, edit: { span: { ...span, start: start - change[0].length }, text: share } });
  }
  // Without its value nothing says whether a change is by points or by a share; 当日起 and 次日起 are words of the line.
  if (!ADJUSTED.test(before) && !/起$/u.test(value)) choices.push({ kind: 'reopen', edit: { span, text: reason } });
  return choices;
}

/** Writes a value that is assumed until the point is settled. */
export const assumption = ({ file, at }: Extract<OpenChoice, { readonly kind: 'assume' }>, value: string): TextEdit => ({
  span: { file, start: at, end: at },
  text: `暂按 ${value} `,
});
