import type { Reason } from '../../runtime/index.ts';
import { visible } from '../diagnostics/columns.ts';
import type { Lang } from './terminal.ts';

/** Each reason for refusing a bundle on its line, with its place. What the file says is shown, never obeyed. */
export const reasonLines = (reasons: readonly Reason[], lang: Lang): string[] =>
  reasons.map((reason) => `    ${visible(reason.path)}  ${visible(reason[lang])}`);
