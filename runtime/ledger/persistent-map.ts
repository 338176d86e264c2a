/**
 * A map that is never changed: setting gives another map that shares all but one path with the old one. Keys are spread by a hash over a tree
 * of 32-way nodes; a node holds only the children that exist, told by the bits of `present`. Cost is a few small copies per change, however
 * many entries there are, and old maps stay usable.
 */
export interface PersistentMap<V> {
  readonly size: number;
  readonly root: Node<V> | undefined;
}

type Node<V> = Branch<V> | Leaf<V>;

interface Branch<V> {
  readonly present: number;
  readonly children: readonly Node<V>[];
}

interface Leaf<V> {
  readonly hash: number;
  readonly key: string;
  readonly value: V;
  /** Another key with the same hash. */
  readonly next: Leaf<V> | undefined;
}

const EMPTY: PersistentMap<never> = { size: 0, root: undefined };

export const emptyMap = <V>(): PersistentMap<V> => EMPTY;

/** FNV-1a over UTF-16 units, mixed once more because the low bits choose the first level. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return hash ^ (hash >>> 15);
}

const bitAt = (hash: number, shift: number): number => 1 << ((hash >>> shift) & 31);

function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const isLeaf = <V>(node: Node<V>): node is Leaf<V> => 'key' in node;

/** The value of a key. */
export function get<V>(map: PersistentMap<V>, key: string): V | undefined {
  const hash = hashOf(key);
  let node = map.root;
  for (let shift = 0; node !== undefined && !isLeaf(node); shift += 5) {
    const bit = bitAt(hash, shift);
    if ((node.present & bit) === 0) return undefined;
    node = node.children[countBits(node.present & (bit - 1))];
  }
  for (let leaf = node; leaf !== undefined; leaf = leaf.next) if (leaf.key === key) return leaf.value;
  return undefined;
}

/** The map with one key set. */
export function set<V>(map: PersistentMap<V>, key: string, value: V): PersistentMap<V> {
  const hash = hashOf(key);
  const leaf: Leaf<V> = { hash, key, value, next: undefined };
  if (map.root === undefined) return { size: 1, root: leaf };
  const grown = { by: 0 };
  const root = insert(map.root, leaf, 0, grown);
  return { size: map.size + grown.by, root };
}

function insert<V>(node: Node<V>, leaf: Leaf<V>, shift: number, grown: { by: number }): Node<V> {
  if (isLeaf(node)) {
    if (node.hash !== leaf.hash) {
      grown.by = 1;
      return join(node, leaf, shift);
    }
    const rest = withoutKey(node, leaf.key);
    grown.by = rest === node ? 1 : 0;
    return { ...leaf, next: rest };
  }
  const bit = bitAt(leaf.hash, shift);
  const position = countBits(node.present & (bit - 1));
  const child = node.children[position];
  if ((node.present & bit) !== 0 && child !== undefined) {
    const children = node.children.slice();
    children[position] = insert(child, leaf, shift + 5, grown);
    return { present: node.present, children };
  }
  grown.by = 1;
  const children = new Array<Node<V>>(node.children.length + 1);
  for (let index = 0; index < position; index++) children[index] = node.children[index] as Node<V>;
  children[position] = leaf;
  for (let index = position; index < node.children.length; index++) children[index + 1] = node.children[index] as Node<V>;
  return { present: node.present | bit, children };
}

/** Two leaves of different hash under one branch. */
function join<V>(a: Leaf<V>, b: Leaf<V>, shift: number): Node<V> {
  const bitA = bitAt(a.hash, shift);
  const bitB = bitAt(b.hash, shift);
  if (bitA === bitB) return { present: bitA, children: [join(a, b, shift + 5)] };
  // Children stand in the order of their bits; the highest bit is negative as a number.
  return { present: bitA | bitB, children: bitA >>> 0 < bitB >>> 0 ? [a, b] : [b, a] };
}

/** The chain of one hash without a key; the same chain when the key is not in it. */
function withoutKey<V>(leaf: Leaf<V>, key: string): Leaf<V> | undefined {
  if (leaf.key === key) return leaf.next;
  if (leaf.next === undefined) return leaf;
  const next = withoutKey(leaf.next, key);
  return next === leaf.next ? leaf : { ...leaf, next };
}

/** All values, in no particular order. */
export function* values<V>(map: PersistentMap<V>): Generator<V> {
  const open: Node<V>[] = map.root === undefined ? [] : [map.root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isLeaf(node)) open.push(...node.children);
    else for (let leaf: Leaf<V> | undefined = node; leaf !== undefined; leaf = leaf.next) yield leaf.value;
  }
}
