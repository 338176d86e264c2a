import { featuresOf } from '../../runtime/bundle/features.ts';
import type { BundleFile, BundleScenario, Manifest } from '../../runtime/bundle/format.ts';
import { BUNDLE_FORMAT } from '../../runtime/bundle/format.ts';
import type { Bundle, DayText, PolicyIr } from '../../runtime/ir/types.ts';
import { sha256 } from './canonical.ts';

/** The version of the language, whose meaning is runtime/SEMANTICS.md. */
export const LANGUAGE_VERSION = '0.1';
/** The version of the compiler. */
export const COMPILER_VERSION = '0.1.0';

/** A text that went into the bundle: a policy file or a cited document. */
export interface Ingredient {
  readonly path: string;
  readonly text: string;
}

/** Texts whose sum is known, by path. */
export type Hashed = Map<string, { readonly text: string; readonly sha256: string }>;

/** The file of a bundle. `id` is the folder or file that it was built from; ingredients may come in any order. */
export async function bundleFile(
  id: string,
  ir: Bundle,
  scenarios: readonly BundleScenario[],
  ingredients: readonly Ingredient[],
  hashed: Hashed = new Map(),
): Promise<BundleFile> {
  const files = await Promise.all(
    ingredients.map(async ({ path, text }) => {
      const known = hashed.get(path);
      if (known?.text === text) return { path, sha256: known.sha256 };
      const own = await sha256(text);
      hashed.set(path, { text, sha256: own });
      return { path, sha256: own };
    }),
  );
  return {
    format: BUNDLE_FORMAT,
    features: featuresOf(ir),
    manifest: {
      id,
      area: areaOf(ir.policies),
      policies: ir.policies.map(({ id: name, scheme, entry }) => ({ id: name, ...(scheme === undefined ? {} : { scheme }), entry })),
      effective: effectiveRange(ir.policies),
      language: LANGUAGE_VERSION,
      compiler: COMPILER_VERSION,
      files: files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    },
    ir,
    scenarios,
  };
}

/** The area of the first policy: a folder is one area's. */
const areaOf = (policies: readonly PolicyIr[]): Manifest['area'] => policies[0]?.area ?? { code: '', name: '' };

/** From the first to the last day on which any policy has, or may have, law. */
function effectiveRange(policies: readonly PolicyIr[]): Manifest['effective'] {
  const cells = policies
    .flatMap(({ timeline }) => timeline)
    .filter(({ version, candidates }) => version !== undefined || candidates !== undefined);
  const ends = (end: 'from' | 'to', later: boolean): DayText | undefined => {
    const days = cells.map((cell) => cell[end]);
    if (days.length === 0 || days.includes(undefined)) return undefined;
    return days.reduce((best, day) => (best === undefined || day === undefined || day > best === later ? day : best));
  };
  const from = ends('from', false);
  const to = ends('to', true);
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
