import { folded } from './finding.ts';

export interface Stretch {
  readonly start: number;
  readonly text: string;
  readonly marked: boolean;
}

/** A text cut at what is sought in it. Folding that changes the length of a text (rare signs) leaves it whole and unmarked. */
export function highlighted(text: string, sought: string): readonly Stretch[] {
  const wanted = folded(sought);
  const all = folded(text);
  if (wanted === '' || all.length !== text.length) return [{ start: 0, text, marked: false }];
  const stretches: Stretch[] = [];
  let from = 0;
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, from)) {
    if (at > from) stretches.push({ start: from, text: text.slice(from, at), marked: false });
    stretches.push({ start: at, text: text.slice(at, at + wanted.length), marked: true });
    from = at + wanted.length;
  }
  if (from < text.length) stretches.push({ start: from, text: text.slice(from), marked: false });
  return stretches;
}
