import { describe, expect, it } from 'vitest';
import type { Palette } from '../../../studio/ui/tokens.ts';
import { palettes, themeSheet } from '../../../studio/ui/tokens.ts';

const channel = (value: number): number => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
/** Contrast by WCAG. */
const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

/** Pairs of words and ground that stand on a screen somewhere. */
const TEXT: readonly (readonly [keyof Palette, keyof Palette])[] = [
  ['ink', 'surface'],
  ['ink', 'paper'],
  ['ink-2', 'surface'],
  ['ink-3', 'surface'],
  ['ink-3', 'surface-2'],
  ['ink-3', 'paper'],
  ['ink-2', 'sunken'],
  ['jade', 'surface'],
  ['jade', 'jade-soft'],
  ['jade-ink', 'jade'],
  ['jade-ink', 'jade-hover'],
  ['indigo', 'surface'],
  ['indigo', 'indigo-soft'],
  ['ink', 'indigo-soft'],
  ['ink-3', 'indigo-soft'],
  ['verm', 'surface'],
  ['verm', 'verm-soft'],
  ['ochre', 'surface'],
  ['ochre', 'ochre-soft'],
  ['on-payer', 'fund'],
  ['on-payer', 'cash'],
];

describe.each(['light', 'dark'] as const)('%s', (name) => {
  const palette = palettes[name];
  it.each(TEXT)('%s on %s can be read', (words, ground) => {
    expect(contrast(palette[words], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });
  it.each([
    ['ctl', 'surface'],
    ['indigo', 'surface'],
    ['fund', 'surface'],
    ['cash', 'surface'],
  ] as const)('%s stands out from %s', (edge, ground) => {
    expect(contrast(palette[edge], palette[ground])).toBeGreaterThanOrEqual(3);
  });
});

it('both themes name the same properties', () => {
  expect(Object.keys(palettes.dark)).toEqual(Object.keys(palettes.light));
  expect(themeSheet()).toContain('[data-theme=dark]');
});
