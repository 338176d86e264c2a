import type { Tree } from '../../language/index.ts';

/** A text with its tree. */
export interface ReadText {
  readonly path: string;
  readonly items: Tree['items'];
}

/** Paths of the texts that those of a folder rest on, themselves included: what is inherited or referred to, with its amendments. */
export function neededPaths(texts: readonly ReadText[], folder: string): ReadonlySet<string> {
  const needed = new Set(texts.filter(({ path }) => path.startsWith(folder)).map(({ path }) => path));
  const names = new Set<string>();
  // A text can stand before the one that names it.
  for (let before = -1; before !== needed.size + names.size; ) {
    before = needed.size + names.size;
    for (const { path, items } of texts) {
      if (needed.has(path)) for (const name of items.flatMap(namesAbove)) names.add(name);
      else if (items.some((block) => names.has(nameOf(block)))) needed.add(path);
    }
  }
  return needed;
}

const namesAbove = (block: Tree['items'][number]): readonly string[] =>
  block.kind === 'policy' || block.kind === 'vocabulary'
    ? block.items.flatMap((item) => (item.kind === 'inherits' || item.kind === 'refersTo' ? [item.from.text] : []))
    : [];

const nameOf = (block: Tree['items'][number]): string =>
  block.kind === 'policy' || block.kind === 'vocabulary' ? block.name.text : block.kind === 'amendment' ? block.policy.text : '';
