/** The names that an item declares, and those that it reads. */
import type { Field } from '../../2-syntax/nodes/declaration.ts';
import type { Item } from '../../2-syntax/nodes/policy.ts';
import type { Name, Path } from '../../2-syntax/nodes/span.ts';
import { lineName } from './law-lines.ts';

/** The name by which an item can be inherited, then what comes with it: the parts of a bill. A line of law goes by the word it begins with. */
export function declaredBy(item: Item): readonly Name[] {
  switch (item.kind) {
    case 'bill':
      return [item.total.name, ...item.parts.map((part) => part.name)];
    case 'waitingPeriod':
      return [item.name ?? { text: '等待期', quoted: false, span: item.span }];
    case 'area':
    case 'versionDay':
    case 'periodDay':
    case 'rounding':
    case 'onReversal':
    case 'moneyLimit':
    case 'booksOpen': {
      const line = lineName(item);
      return line ? [line] : [];
    }
    case 'exception':
    case 'assertion':
      return [];
    default:
      return 'name' in item && item.name && 'quoted' in item.name ? [item.name] : [];
  }
}

/** The values that fields list: where a cell names one of them, it reads nothing. */
export const enumerated = (items: readonly Item[]): ReadonlySet<string> =>
  new Set(items.flatMap((item) => (item.kind === 'items' ? item.fields : item.kind === 'field' ? [item] : [])).flatMap(valuesOf));

const valuesOf = ({ type }: Field): readonly string[] =>
  type.kind === 'enum' || type.kind === 'set' ? type.values.map(({ name }) => name.text) : [];

/** Every name in an item that may stand for something declared elsewhere. */
export function namesRead(item: Item, values: ReadonlySet<string>): readonly string[] {
  const own = item.kind === 'items' ? item.fields.map((field) => field.name.text) : [];
  const bound = new Set([...declaredBy(item).map(({ text }) => text), ...own, ...locals(item)]);
  const found = new Set<string>();
  const note = (name: Name, listed: boolean): void => {
    if (!bound.has(name.text) && !(listed && values.has(name.text))) found.add(name.text);
  };
  /** `listed`: where a value of an enumeration may stand. */
  const walk = (node: unknown, listed: boolean): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      for (const one of node) walk(one, listed);
      return;
    }
    if (isName(node)) {
      note(node, listed);
      return;
    }
    if (isPath(node)) {
      const [first] = node.names;
      if (first) note(first, listed);
      walk(node.keys, true);
      return;
    }
    const kind = 'kind' in node ? node.kind : undefined;
    if (kind === 'citation') return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'span' || ((kind === 'enum' || kind === 'set') && key === 'values')) continue;
      walk(value, listed || (key === 'values' && (kind === 'values' || kind === 'contains')));
    }
  };
  walk(item, false);
  return [...found];
}

const isName = (node: object): node is Name => 'quoted' in node && 'text' in node;
const isPath = (node: object): node is Path => 'names' in node && 'keys' in node && !('kind' in node);

/** Names that stand for something only inside the item: arguments, the item of a 逐项. */
function locals(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap(locals);
  const own = [
    ...('formals' in node && Array.isArray(node.formals) ? node.formals.flatMap(namesIn) : []),
    ...('item' in node && typeof node.item === 'object' && node.item !== null && isName(node.item) ? [node.item.text] : []),
  ];
  return [...own, ...Object.entries(node).flatMap(([key, value]: [string, unknown]) => (key === 'span' ? [] : locals(value)))];
}

const namesIn = (formal: unknown): readonly string[] =>
  typeof formal === 'object' && formal !== null && 'name' in formal && typeof formal.name === 'object' && formal.name !== null
    ? isName(formal.name)
      ? [formal.name.text]
      : []
    : [];
