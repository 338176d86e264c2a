import type { Amendment, Item, Policy } from '../../language/2-syntax/node.ts';
import { parse } from '../../language/2-syntax/parse.ts';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';

/** Everything a text declares; a text that does not read is a mistake of the test. */
function topLevel(file: string, text: string) {
  const { tree, diagnostics } = parse({ path: file, text });
  const errors = diagnostics.filter((one) => one.severity === 'error');
  if (errors.length > 0)
    throw new Error(`${file}: ${errors.map((one) => `${one.what.zh} ${JSON.stringify(one.labels[0]?.span)}`).join('\n')}\n${text}`);
  return tree.items;
}

/** The one policy of a text. */
export function policyOf(text: string, file = 'base.yice'): Policy {
  const policy = topLevel(file, text).find((item): item is Policy => item.kind === 'policy');
  if (!policy) throw new Error(`no policy in ${text}`);
  return policy;
}

/** A policy of these lines, in force from 2022. */
export const policyWith = (lines: string, head = '自 2022-01-01 起\n发布 2021-12-01'): Policy =>
  policyOf(`政策 “甲” {\n${head}\n${lines}\n}\n`);

/** Amendments of policy 甲, from `发布 … 自 … 起 { … }` each; one file. */
export const amendmentsOf = (...texts: readonly string[]): readonly Amendment[] =>
  topLevel('amendments.yice', texts.map((text) => `修订 “甲” ${text}`).join('\n')).filter(
    (item): item is Amendment => item.kind === 'amendment',
  );

/** The items of a policy with these lines. */
export const itemsOf = (lines: string): readonly Item[] => policyWith(lines).items;

/** `code` of each finding, in order. */
export const codesOf = (diagnostics: readonly Diagnostic[]): readonly string[] => diagnostics.map((one) => one.code);
