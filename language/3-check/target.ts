import { noSuchTarget } from '../diagnostics/adjustments.ts';
import type { CoreException } from './forms/core.ts';
import type { Entity, Names } from './names.ts';
import { addressOf, entityWords, find, reportUnknown } from './names.ts';
import { addressWithKeys } from './reference.ts';
import type { Law } from './site.ts';

/** The address that an exception adjusts; undefined when there is none, or none that can be adjusted. */
export function targetOf(exception: CoreException, names: Names, law: Pick<Law, 'report' | 'symbols'>): string | undefined {
  const { target } = exception;
  const entity = find(names, addressWithKeys(target)) ?? find(names, addressOf(target));
  const adjustable = (one: Entity): boolean =>
    one.kind === 'definition' || one.kind === 'parameter' || one.kind === 'made' || one.kind === 'posting';
  if (!entity) {
    reportUnknown(names, target, law.report, adjustable);
    return undefined;
  }
  if (!adjustable(entity)) {
    law.report(noSuchTarget({ name: entity.name, is: entityWords(entity), span: target.span }));
    return undefined;
  }
  law.symbols.referPath(target, entity, names.entities.get(target.names[0]?.text ?? ''));
  return entity.name;
}
