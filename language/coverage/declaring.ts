/** The name under which a block may cite a document, and the line that declares it where there is none. */
import type { Amendment, Policy, Tree } from '../2-syntax/nodes/policy.ts';
import type { TextEdit } from '../diagnostics/diagnostic.ts';
import { keywordOf } from '../keywords.ts';

export interface Declared {
  readonly alias: string;
  /** The 依据 line to add; absent where it stands. */
  readonly edit?: TextEdit;
}

const KINDS = ['通知', '办法', '访谈', '意见', '规定', '细则', '方案', '公告', '答复', '解读'];
const fileName = (path: string): string => (path.split('/').at(-1) ?? path).normalize('NFC');

/** How the block, or the policy that it amends, calls the document at a path. */
export function declaredAs(trees: readonly Tree[], block: Policy | Amendment, path: string): Declared {
  const blocks = trees.flatMap(({ items }) => items);
  const name = block.kind === 'policy' ? block.name.text : block.policy.text;
  const policy = block.kind === 'policy' ? block : blocks.find((one): one is Policy => one.kind === 'policy' && one.name.text === name);
  const amendments = blocks.filter((one): one is Amendment => one.kind === 'amendment' && one.policy.text === name);
  const items = [
    ...(policy?.items ?? []),
    ...amendments.flatMap(({ changes }) => changes.flatMap((change) => (change.kind === 'insert' ? [change.item] : []))),
  ];
  const documents = items.filter((item) => item.kind === 'document');
  const known = documents.find(({ file }) => file.text.normalize('NFC') === fileName(path) || path.endsWith(`/${file.text}`));
  if (known) return { alias: known.alias.text };
  const taken = new Set(items.flatMap((item) => ('name' in item ? [item.name.text] : item.kind === 'document' ? [item.alias.text] : [])));
  const kind = KINDS.find((one) => fileName(path).includes(one)) ?? '原文';
  const free = (alias: string): boolean => !taken.has(alias) && keywordOf(alias) === undefined;
  let alias = kind;
  for (let number = 2; !free(alias); number += 1) alias = `${kind}${'甲乙丙丁戊己庚辛壬癸'.charAt(number - 2) || `_${number}`}`;
  const line = `依据 ${alias} = 文件 “${fileName(path)}”`;
  if (block.kind === 'amendment') {
    const first = block.changes[0];
    const start = Math.min(
      ...[
        first?.span.start,
        block.citations[0]?.span.start,
        ...block.changes.flatMap((one) => (one.kind === 'rename' ? [] : one.citations.map(({ span }) => span.start))),
      ].filter((one) => one !== undefined),
      block.span.end - 1,
    );
    return { alias, edit: { span: { file: block.span.file, start, end: start }, text: `新增 ${line}\n  ` } };
  }
  const after =
    documents.filter(({ span }) => span.file === block.span.file && span.start >= block.span.start && span.end <= block.span.end).at(-1) ??
    block.items.find((item) => item.kind === 'entry') ??
    block.items.find((item) => item.kind === 'scheme');
  const place = after?.span.end ?? block.name.span.end;
  return { alias, edit: { span: { file: block.span.file, start: place, end: place }, text: after ? `\n  ${line}` : ` {\n  ${line}` } };
}
