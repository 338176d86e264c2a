import { expect, it } from 'vitest';
import { textOf } from './tree.ts';

/** Every name that a module gives to others, types included, sorted. */
function exportsOf(text: string): string[] {
  const names: string[] = [];
  for (const match of text.matchAll(/^export\s+(type\s+)?\{([^}]*)\}/gm)) {
    for (const part of (match[2] ?? '').split(',')) {
      const name = part.replace(/\/\*[\s\S]*?\*\//g, '').trim();
      if (name === '') continue;
      const type = match[1] !== undefined || name.startsWith('type ');
      names.push(`${type ? 'type ' : ''}${name.replace(/^type\s+/, '').replace(/^.* as /, '')}`);
    }
  }
  for (const match of text.matchAll(/^export\s+(?:declare\s+)?(async\s+)?(function|const|class|interface|type|enum)\s+(\w+)/gm)) {
    const type = match[2] === 'interface' || match[2] === 'type';
    names.push(`${type ? 'type ' : ''}${match[3] ?? ''}`);
  }
  return names.sort();
}

it.each(['runtime', 'language'])('the public surface of %s/ is what it was', async (folder) => {
  const text = textOf(`${folder}/index.ts`);
  expect(text, 'explicit exports only').not.toMatch(/^export\s+\*/m);
  await expect(`${exportsOf(text).join('\n')}\n`).toMatchFileSnapshot(`surface/${folder}.txt`);
});

it('reads every way to export', () => {
  const text =
    "export { a, b as c, type D } from './x.ts';\nexport type { E } from './y.ts';\nexport const f = 1;\nexport interface G {}\nexport async function h() {}\n";
  expect(exportsOf(text)).toEqual(['a', 'c', 'f', 'h', 'type D', 'type E', 'type G']);
});
