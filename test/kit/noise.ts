/** The same meaningless text each time: `length` characters below `codes`, from a linear congruential sequence. */
export function noise(length: number, codes: number): string {
  let state = 12_345;
  const units = Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % codes;
  });
  return units.map((unit) => String.fromCharCode(unit)).join('');
}
