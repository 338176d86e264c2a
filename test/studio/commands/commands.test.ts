import { describe, expect, it } from 'vitest';
import { commands } from '../../../studio/commands/all.ts';
import { matches, printed } from '../../../studio/commands/command.ts';
import { layout, VIEWS } from '../../../studio/store/layout.ts';

const press = (key: string, held: readonly ('ctrl' | 'meta' | 'shift' | 'alt')[] = []) => ({
  key,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  shiftKey: held.includes('shift'),
  altKey: held.includes('alt'),
});

describe('commands', () => {
  it('each has a name of its own', () => {
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
  });
  it.each(VIEWS)('on the screen %s no chord means two things', (view) => {
    layout.setState({ view });
    const chords = commands.filter(({ when }) => when?.() ?? true).flatMap(({ chord }) => (chord ? [printed(chord)] : []));
    expect(new Set(chords).size).toBe(chords.length);
  });
  it('none takes a chord that input methods or browsers use', () => {
    const taken = ['Ctrl  ', 'Ctrl .', 'Shift  ', 'F5', 'Ctrl Space', 'Shift Space'];
    const digits = commands.filter(({ chord }) => chord?.alt && /^\d$/.test(chord.key));
    expect(commands.filter(({ chord }) => chord && taken.includes(printed(chord)))).toEqual([]);
    expect(digits).toEqual([]);
  });
  it('every one can be found by pinyin initials', () => {
    expect(commands.filter(({ initials }) => !/^[a-z]+$/.test(initials))).toEqual([]);
  });
  it.each([
    [{ key: 'k', mod: true }, press('k', ['ctrl']), true],
    [{ key: 'k', mod: true }, press('K', ['meta']), true],
    [{ key: 'k', mod: true }, press('k'), false],
    [{ key: 'F6' }, press('F6', ['shift']), false],
    [{ key: 'F6', shift: true }, press('F6', ['shift']), true],
    [{ key: '?' }, press('?', ['shift']), true],
    [{ key: 'f', alt: true, shift: true }, press('F', ['alt', 'shift']), true],
  ])('%j and %j: %s', (chord, event, same) => {
    expect(matches(chord, event)).toBe(same);
  });
});
