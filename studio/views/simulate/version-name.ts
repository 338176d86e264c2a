import type { Say } from '../../strings/strings.ts';
import type { simulateWords } from './strings.ts';

/** "2022-01-01+2023-01-01" as people say it: the last amendment in force, or the policy's first day. */
export function versionName(id: string, say: Say<(typeof simulateWords)['book']>): string {
  const [base = id, ...amendments] = id.split('+');
  const last = amendments.at(-1);
  return last === undefined ? say('versionNamed', { day: base }) : say('versionAmended', { day: last });
}
