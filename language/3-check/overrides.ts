/** 覆盖: what a policy writes in the place of a rule from above is of the same kind and type, for others read it as such. */
import type { Inherits } from '../2-syntax/nodes/policy.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { overrideDiffers } from '../diagnostics/ladder.ts';
import type { Type } from '../model/types.ts';
import type { OpenLaw } from './law.ts';
import type { Entity } from './names.ts';
import { entityWords } from './names.ts';
import { fits, isMoney, typeWords } from './types.ts';

/** Overrides of another kind, or of a type that may not stand where the one above is wanted. Compared as the laws stand last. */
export function checkOverrides(
  own: OpenLaw | undefined,
  lawOf: (policy: string) => OpenLaw | undefined,
  lines: readonly Inherits[],
): readonly Diagnostic[] {
  return lines.flatMap((line) => {
    const above = lawOf(line.from.text);
    if (!own || !above) return [];
    return line.overrides.flatMap(({ text }) => {
      const [mine, theirs] = [own.names.entities.get(text), above.names.entities.get(text)];
      if (!mine || !theirs) return [];
      const at = { name: text, span: mine.span, above: theirs.span };
      if (group(mine) !== group(theirs)) return [overrideDiffers({ ...at, is: entityWords(mine), was: entityWords(theirs) })];
      const [type, wanted] = [typeOf(mine, own), typeOf(theirs, above)];
      if (!type || !wanted || fitsAbove(type, wanted)) return [];
      return [overrideDiffers({ ...at, is: typeWords(type), was: typeWords(wanted) })];
    });
  });
}

/** A 参数 and a 定义 without arguments are read alike. */
const group = (entity: Entity): string =>
  entity.kind === 'parameter' || entity.kind === 'made' ? 'definition' : entity.kind === 'input' ? `input ${entity.of}` : entity.kind;

const typeOf = (entity: Entity, law: OpenLaw): Type | undefined => {
  if (entity.kind === 'input') return entity.input.type;
  if (entity.kind === 'accumulator') return law.accumulatorType(entity.name)?.type;
  return law.typeOf(entity.name);
};

/** The values of a field, the range of a number and what is finer than a fen may differ: whether what reads them still holds is checked where it is read. */
const fitsAbove = (type: Type, wanted: Type): boolean =>
  type.kind === wanted.kind ||
  fits(type, wanted) ||
  (isMoney(type) && isMoney(wanted)) ||
  (type.kind === 'number' && wanted.kind === 'integer');
