import type { Path } from '../../2-syntax/node.ts';
import type { Citation, Tilt } from '../../2-syntax/nodes/declaration.ts';
import { nameAt } from './build.ts';
import type { CoreException } from './core.ts';
import { wordOf } from './words.ts';

/** The lines of a benefit that a 倾斜 inside it may name without the benefit's name. */
const ownNames: ReadonlySet<string> = new Set(['起付线', '起付标准', '起付', '报销比例', '限额', '支付限额', '费用限额', '基数', '应付']);

const absolute = (target: Path, benefit: string | undefined): Path => {
  const [first] = target.names;
  const own = benefit !== undefined && target.names.length === 1 && first !== undefined && ownNames.has(wordOf(first.text));
  return own ? { ...target, names: [nameAt(benefit, target.span), ...target.names] } : target;
};

/** 倾斜 名 当 条件 { 路径 乘以 60%; … }: one exception for each line, all with the bundle's name and guard, in the first round. */
export function expandTilt(tilt: Tilt, citations: readonly Citation[], benefit?: string): readonly CoreException[] {
  return tilt.lines.map((line) => ({
    kind: 'coreException',
    name: tilt.name.text,
    target: absolute(line.target, benefit),
    round: 0,
    guard: tilt.guard,
    adjustment: line.adjustment,
    over: [],
    bundle: { name: tilt.name.text, span: tilt.span },
    citations: [...citations, ...tilt.citations],
    span: line.span,
  }));
}
