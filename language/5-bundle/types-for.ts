/**
 * TypeScript types for what a bundle's policies take and give, so that a back-end's own code does not type-check with a field or an
 * amount that the policy does not have. Names are the policy's own; identifiers of TypeScript may be Chinese.
 */
import { layersOf, statedFields } from '../../runtime/ir/layers.ts';
import type { Bundle, InputField, IrType, ItemList, PolicyIr } from '../../runtime/ir/types.ts';
import { unreachable } from '../model/unreachable.ts';

/** The text of a `.ts` file. */
export function typesFor(bundle: Bundle): string {
  return [
    '/** 由政策文件生成, 不要手改 · Generated from the policy files; do not edit. */',
    '',
    '/** Yuan as text with two decimals: "1000.00". */',
    'export type Yuan = string;',
    '/** A civil day: "2023-05-08". */',
    'export type Day = string;',
    '/** A decimal number as text. */',
    'export type Decimal = string;',
    ...bundle.policies.flatMap((policy) => policyTypes(policy, bundle.policies)),
    '',
  ].join('\n');
}

/** An event of a later layer has the fields of the earlier ones too, and their amounts and open points after the names of their policies. */
function policyTypes(policy: PolicyIr, all: readonly PolicyIr[]): readonly string[] {
  const name = identifier(policy.id);
  const { inputs, lists } = statedFields(policy, all);
  const layers = [{ ir: policy, of: '' }, ...layersOf(policy, all).map((ir) => ({ ir, of: `${ir.id}.` }))];
  const steps = layers.flatMap(({ ir, of }) =>
    ir.programs.flatMap((program) => program.steps.map(({ address, type, posting }) => ({ address: of + address, type, posting, of }))),
  );
  const references = policy.references.filter(({ type }) => type.kind === 'money').map((reference) => reference.name);
  const amounts = [...steps.filter(({ type }) => type.kind === 'money').map(({ address }) => address), ...references];
  const postings = steps.filter(({ posting, of }) => posting && of === '').map(({ address }) => address);
  const points = layers.flatMap(({ ir, of }) => ir.openPoints.filter(({ type }) => type).map(({ address }) => of + address));
  return [
    '',
    `/** ${comment(policy.id)}: 一次事件的字段 · the fields of one event. */`,
    `export interface ${name}Fields {`,
    ...inputs.flatMap(fieldLines),
    ...lists.flatMap((list) => listLines(list, name)),
    '}',
    ...lists.flatMap((list) => itemTypes(list, name)),
    `/** 能从结果里读到的金额 · amounts that an answer may name. */`,
    `export type ${name}Amount = ${union(amounts)};`,
    `/** 支付 · amounts that are posted. */`,
    `export type ${name}Posting = ${union(postings)};`,
    `/** 政策没有定下、可以由调用者给出的值 · values that the policy leaves to the caller. */`,
    `export type ${name}Open = ${union(points)};`,
  ];
}

/** The type of one item of a list. */
const itemName = ({ name }: ItemList, policy: string): string => `${policy}${identifier(name)}Item`;

function itemTypes(list: ItemList, policy: string): readonly string[] {
  return [
    `/** ${comment(list.name)}: 一项的字段 · the fields of one item. */`,
    `export interface ${itemName(list, policy)} {`,
    ...list.fields.flatMap(fieldLines),
    '}',
  ];
}

function listLines(list: ItemList, policy: string): readonly string[] {
  const names = list.interfaceName === undefined ? [list.name] : [list.name, list.interfaceName];
  return names.map((name) => `  readonly ${property(name)}?: readonly ${itemName(list, policy)}[];`);
}

function fieldLines(field: InputField): readonly string[] {
  const type = typeText(field);
  const tables = (field.tables ?? []).flatMap(({ interfaceName, version }) => [interfaceName, `${interfaceName}@${version}`]);
  const names = [...new Set([field.name, ...(field.interfaceName === undefined ? [] : [field.interfaceName]), ...tables])];
  const notes = [
    field.interfaceName,
    field.optional ? '可无 optional' : undefined,
    field.asOf === undefined ? undefined : `于 ${field.asOf}`,
    range(field),
  ].filter((note) => note !== undefined);
  const doc = notes.length > 0 ? [`  /** ${comment(notes.join(', '))} */`] : [];
  return names.flatMap((name) => [...doc, `  readonly ${property(name)}?: ${type};`]);
}

const range = ({ min, max }: InputField): string | undefined =>
  min === undefined && max === undefined ? undefined : `${min ?? ''}..${max ?? ''}`;

function typeText({ type, values }: InputField): string {
  const listed = union((values ?? []).flatMap(({ name, code }) => (code === undefined ? [name] : [name, code])));
  return fieldType(type, listed);
}

function fieldType({ kind }: IrType, listed: string): string {
  switch (kind) {
    case 'money':
      return 'Yuan | number';
    case 'ratio':
    case 'points':
    case 'number':
      return 'Decimal';
    case 'integer':
    case 'months':
    case 'days':
      return 'number';
    case 'date':
      return 'Day';
    case 'time':
      return 'string';
    case 'bool':
      return 'boolean';
    case 'text':
      return 'string';
    case 'enum':
      return listed;
    case 'set':
      return `readonly (${listed})[]`;
    default:
      return unreachable(kind);
  }
}

const union = (names: readonly string[]): string => {
  const each = [...new Set(names)].map((name) => JSON.stringify(name));
  return each.length > 0 ? each.join(' | ') : 'never';
};

const isIdentifier = (name: string): boolean => /^[\p{ID_Start}$_][\p{ID_Continue}$_]*$/u.test(name);
const property = (name: string): string => (isIdentifier(name) ? name : JSON.stringify(name));
/** A policy's name with everything that no identifier may have replaced. */
const identifier = (name: string): string => name.replace(/^[^\p{ID_Start}]+/u, '').replace(/[^\p{ID_Continue}]/gu, '_') || 'Policy';
const comment = (text: string): string => text.replaceAll('*/', '* /');
