import type { Phrase } from '../strings/strings.ts';

/** A chord as the keyboard sends it. `mod` is Ctrl, or ⌘ on a Mac. */
export interface Chord {
  readonly key: string;
  readonly mod?: boolean;
  readonly shift?: boolean;
  readonly alt?: boolean;
}

/** Something that can be done, from the palette, a menu or the keyboard: all read the same list. */
export interface Command {
  readonly id: string;
  readonly label: Phrase;
  /** Pinyin initials of the Chinese label, for the palette. */
  readonly initials: string;
  readonly chord?: Chord;
  /** Where the chord belongs to something else, e.g. the editor's own keys. */
  readonly inEditor?: 'editor';
  /** Absent: always. */
  readonly when?: () => boolean;
  readonly run: () => void;
}

const PRINTED: Readonly<Record<string, string>> = { Enter: '↵', Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓' };

/** "Ctrl K" */
export const printed = ({ key, mod, shift, alt }: Chord): string =>
  [mod && 'Ctrl', alt && 'Alt', shift && 'Shift', PRINTED[key] ?? (key.length === 1 ? key.toUpperCase() : key)].filter(Boolean).join(' ');

/** Whether a key press is this chord. Letters are compared as typed without Shift; `?` needs Shift on most keyboards and says so itself. */
export const matches = (
  chord: Chord,
  event: {
    readonly key: string;
    readonly ctrlKey: boolean;
    readonly metaKey: boolean;
    readonly shiftKey: boolean;
    readonly altKey: boolean;
  },
): boolean =>
  event.key.toLowerCase() === chord.key.toLowerCase() &&
  (event.ctrlKey || event.metaKey) === (chord.mod ?? false) &&
  event.altKey === (chord.alt ?? false) &&
  (chord.key === '?' || event.shiftKey === (chord.shift ?? false));
