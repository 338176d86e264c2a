/** 算得: fields that the policy works out when the event does not state them. */
import type { Computed } from '../2-syntax/nodes/declaration.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import * as say from '../diagnostics/items.ts';
import type { DefinitionModel } from '../model/types.ts';
import type { CoreItem } from './forms/core.ts';
import type { Entity } from './names.ts';
import { nearest } from './near.ts';
import { TOTAL } from './reads.ts';
import type { Law } from './site.ts';
import type { SymbolRecorder } from './symbols.ts';

/** The definitions that work fields out, by field; what is no field, or stands twice, is a finding. */
export function computedEntities(
  items: readonly Computed[],
  core: readonly CoreItem[],
  entities: ReadonlyMap<string, Entity>,
  identity: readonly (string | undefined)[],
  report: (diagnostic: Diagnostic) => void,
  symbols: SymbolRecorder,
): ReadonlyMap<string, Extract<Entity, { readonly kind: 'made' }>> {
  const found = new Map<string, Extract<Entity, { readonly kind: 'made' }>>();
  for (const { field } of items) {
    const name = field.text;
    const entity = entities.get(name);
    const first = found.get(name);
    const node = core.find((item) => item.kind === 'formDefinition' && item.form.kind === 'computed' && item.address === name);
    if (entity?.kind !== 'input') {
      const inputs = [...entities.values()].flatMap((one) => (one.kind === 'input' ? [one.name] : []));
      report(say.computedNoField({ name, near: nearest(name, inputs), span: field.span }));
    } else if (identity.includes(name)) report(say.computedIdentity({ name, span: field.span }));
    else if (first) report(say.computedTwice({ name, span: field.span, first: first.span }));
    else if (node?.kind === 'formDefinition') {
      symbols.refer(field, entity, entity.input.type);
      found.set(name, { kind: 'made', name, span: field.span, node });
    }
  }
  return found;
}

/** What must be worked out before what: a field that is worked out is read as its definition, a total as its parts. */
export function computedReads(
  direct: ReadonlyMap<string, readonly string[]>,
  bill: { readonly total: string; readonly parts: readonly string[] } | undefined,
  definitions: readonly DefinitionModel[],
): ReadonlyMap<string, readonly string[]> {
  if (!definitions.some(({ form }) => form.kind === 'computed')) return direct;
  const total = bill?.total;
  return new Map(
    definitions.map(({ address, posting }) => {
      const reads = [...(direct.get(address) ?? []), ...(posting?.parts ?? [])];
      return [
        address,
        total !== undefined && (reads.includes(total) || reads.includes(TOTAL)) && address !== total
          ? [...reads, ...(bill?.parts ?? [])]
          : reads,
      ] as const;
    }),
  );
}

/** Reports fields that are worked out from a payment. */
export function checkComputed(
  definitions: readonly DefinitionModel[],
  reads: ReadonlyMap<string, readonly string[]>,
  law: Pick<Law, 'report'>,
): boolean {
  const paying = new Set(definitions.filter(({ posting }) => posting).map(({ address }) => address));
  let whole = true;
  for (const { address, form, span } of definitions) {
    if (form.kind !== 'computed') continue;
    const seen = new Set<string>();
    const rest = [...(reads.get(address) ?? [])];
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      if (paying.has(next)) {
        law.report(say.computedFromPayment({ name: address, payment: next, span }));
        whole = false;
        break;
      }
      rest.push(...(reads.get(next) ?? []));
    }
  }
  return whole;
}
