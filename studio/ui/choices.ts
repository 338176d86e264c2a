/** Values to choose from while typing, as pure functions. */
export interface Choices {
  readonly values: readonly string[];
  /** Several of them, joined by 、. */
  readonly several?: boolean;
  /** Pinyin initials of a value, lower case, one for each way to read it, separated by spaces. Asked while the list is open. */
  readonly initials?: (value: string) => string | undefined;
}

const SEPARATOR = /[、,，;；]/u;

/** The values that a text names already. */
export const named = ({ values, several }: Choices, text: string): readonly string[] => {
  const parts = several ? text.split(SEPARATOR).map((one) => one.trim()) : [text.trim()];
  return values.filter((value) => parts.includes(value));
};

/** What is being typed: the whole text, or what stands behind its last 、. A value that is complete is not being typed any more. */
export function inHand({ values, several }: Choices, text: string): string {
  const last = (several ? (text.split(SEPARATOR).at(-1) ?? '') : text).trim();
  return values.includes(last) ? '' : last;
}

/** Values that fit what is being typed, the likeliest first: by how they begin, by their initials, by what they hold. */
export function fitting(choices: Choices, text: string): readonly string[] {
  const sought = inHand(choices, text).normalize('NFKC').toLowerCase();
  if (sought === '') return choices.values;
  const rank = (value: string): number => {
    const plain = value.normalize('NFKC').toLowerCase();
    const initials = choices.initials?.(value)?.split(' ') ?? [];
    if (plain.startsWith(sought)) return 0;
    if (initials.some((one) => one.startsWith(sought))) return 1;
    if (plain.includes(sought)) return 2;
    return initials.some((one) => one.includes(sought)) ? 3 : 4;
  };
  return choices.values
    .map((value) => ({ value, rank: rank(value) }))
    .filter((one) => one.rank < 4)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ value }) => value);
}

/** The text with a value taken: in place of what is being typed, behind the others, or out of them when it is there already. */
export function taken(choices: Choices, text: string, value: string): string {
  if (!choices.several) return value;
  const parts = text.split(SEPARATOR).map((one) => one.trim());
  if (inHand(choices, text) !== '') parts.pop();
  const kept = parts.filter((one) => one !== '');
  return (kept.includes(value) ? kept.filter((one) => one !== value) : [...kept, value]).join('、');
}
