/** A name in an expression: an argument, a field, a definition, a built-in day or amount, or the value of an enumeration. */
import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Name, Path } from '../2-syntax/nodes/span.ts';
import { shareOfNoBill } from '../diagnostics/entries.ts';
import { listAsValue } from '../diagnostics/items.ts';
import { needsCall, rowInFormula, unknownValue, valueWithoutField, wrongKind } from '../diagnostics/names.ts';
import { KEYWORDS, keywordOf } from '../keywords.ts';
import type { Expr, Type } from '../model/types.ts';
import { sliceOf } from './band-kinds.ts';
import { constant } from './expression.ts';
import { itemField as readItemField } from './item-field.ts';
import { itemField } from './items.ts';
import type { Entity } from './names.ts';
import { addressOf, entityWords, find, partsOfBenefit, reportUnknown } from './names.ts';
import { nearest } from './near.ts';
import { present } from './present.ts';
import type { Site } from './site.ts';
import { fen } from './types.ts';

/** The value that a path stands for. */
export function inferReference(path: Path, e: Expression, site: Site, hint?: Type): Expr | undefined {
  const { law } = site;
  const [first] = path.names;
  if (!first) return undefined;
  const alone = path.names.length === 1 && path.keys.length === 0;
  const local = alone ? site.locals.get(first.text) : undefined;
  if (local) {
    const declared = site.formals.get(first.text);
    if (declared) law.symbols.refer(first, { name: first.text, span: declared }, local.type);
    return site.bare ? readItemField({ ...local, span: e.span }, site) : { ...local, span: e.span };
  }
  const item = itemField(path, e.span, site);
  if (item) return item.value;
  const listed = alone && hint && (hint.kind === 'enum' || hint.kind === 'set') ? hint : undefined;
  if (listed?.values.includes(first.text)) return enumValue(first, listed, e, site);
  const entity = find(law.names, addressWithKeys(path));
  if (entity) return entityValue(entity, path, e, site);
  if (alone) {
    const builtIn = builtInValue(first.text, e, site);
    if (builtIn) return builtIn;
    if (listed) {
      law.report(
        unknownValue({
          name: first.text,
          field: listed.name,
          values: listed.values,
          near: nearest(first.text, listed.values),
          span: first.span,
        }),
      );
      return undefined;
    }
    const fields = law.names.valueFields.get(first.text);
    if (fields) {
      const set = fields.every((field) => {
        const entity = law.names.entities.get(field);
        return entity?.kind === 'input' && entity.input.type.kind === 'set';
      });
      law.report(valueWithoutField({ name: first.text, fields, word: set ? '含' : '是', span: first.span }));
      return undefined;
    }
  }
  if (path.keys.length > 0 && find(law.names, addressOf(path))) {
    law.report(rowInFormula({ name: addressOf(path), span: path.span }));
    return undefined;
  }
  reportUnknown(law.names, path, law.report);
  return undefined;
}

/** Keys of a path that are names belong to an address such as 住院.支付限额[年支付]. */
export function addressWithKeys(path: Path): string {
  const keys = path.keys
    .flatMap(({ cell }) => (cell.kind === 'values' ? cell.values : []))
    .map((value) => (value.kind === 'reference' ? addressOf(value.path) : ''));
  return path.keys.length === 0 ? addressOf(path) : `${addressOf(path)}[${keys.join(', ')}]`;
}

function enumValue(name: Name, listed: Type & { readonly kind: 'enum' | 'set' }, e: Expression, site: Site): Expr {
  const field = site.law.names.entities.get(listed.name);
  const declared = field?.kind === 'input' ? field.values?.get(name.text) : undefined;
  if (declared) site.law.symbols.refer(name, { name: name.text, span: declared }, listed);
  return constant({ kind: 'enum', name: listed.name, values: listed.values }, { kind: 'enum', value: name.text }, e, site);
}

function entityValue(entity: Entity, path: Path, e: Expression, site: Site): Expr | undefined {
  const { law } = site;
  const type = typeOf(entity, site);
  const first = law.names.entities.get(path.names[0]?.text ?? '');
  const owner = path.names.length > 1 ? (entity.kind === 'reference' ? entity.of.owner : first) : undefined;
  law.symbols.referPath(path, entity, owner, type);
  switch (entity.kind) {
    case 'input':
      return present({ kind: 'input', name: entity.name, type: entity.input.type, span: e.span }, site);
    case 'definition':
    case 'parameter':
    case 'made':
    case 'posting':
      return type && { kind: 'definition', address: entity.name, type, span: e.span };
    case 'reference':
      return type && { kind: 'reference', name: entity.name, type, span: e.span };
    case 'function':
      law.report(
        needsCall({
          name: entity.name,
          how: `${entity.name}(${entity.node.formals.map((formal) => formal.name.text).join(', ')})`,
          span: path.span,
        }),
      );
      return undefined;
    case 'bands':
      law.report(needsCall({ name: entity.name, how: sliceOf(entity.name, law), span: path.span }));
      return undefined;
    case 'accumulator':
      law.report(needsCall({ name: entity.name, how: `已累计(${entity.name})`, span: path.span }));
      return undefined;
    case 'list':
      law.report(listAsValue({ name: entity.name, field: entity.list.fields[0]?.name ?? '金额', span: path.span }));
      return undefined;
    case 'payer':
    case 'allocation':
    case 'benefit': {
      const main = entity.kind === 'allocation' ? KEYWORDS.sum.zh : KEYWORDS.pay.zh;
      const near = partsOfBenefit(law.names, entity.name).includes(main) ? `${entity.name}.${main}` : undefined;
      law.report(
        wrongKind({
          name: entity.name,
          is: entityWords(entity),
          wanted: ['一个值', 'a value'],
          near,
          span: path.span,
          declared: entity.span,
        }),
      );
      return undefined;
    }
  }
}

function typeOf(entity: Entity, site: Site): Type | undefined {
  switch (entity.kind) {
    case 'input':
      return entity.input.type;
    case 'definition':
    case 'parameter':
    case 'made':
    case 'posting':
      return site.law.typeOf(entity.name);
    case 'reference':
      return entity.of.type;
    default:
      return undefined;
  }
}

function builtInValue(name: string, e: Expression, site: Site): Expr | undefined {
  const { law } = site;
  const keyword = keywordOf(name);
  const day = keyword === 'periodDay' ? law.periodDay : keyword === 'versionDay' ? law.versionDay : undefined;
  if (day !== undefined) {
    const field = law.names.entities.get(day);
    return field?.kind === 'input' ? { kind: 'input', name: day, type: field.input.type, span: e.span } : undefined;
  }
  if (keyword === 'personal' && ![...law.names.entities.values()].some((one) => one.kind === 'input' && one.of === 'total')) {
    law.report(shareOfNoBill({ word: name, span: e.span }));
    return { kind: 'personal', after: [], type: fen, span: e.span };
  }
  return keyword === 'personal' ? { kind: 'personal', after: law.paidForPerson, type: fen, span: e.span } : undefined;
}
