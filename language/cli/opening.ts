/** The ways in for what a command is given: a bundle, a ledger. */
import type { Ledger, LoadedBundle, Reason } from '../../runtime/index.ts';
import { BUNDLE_FORMAT, digestOf, emptyLedger, ledgerFromJson, loadBundle } from '../../runtime/index.ts';
import { visible } from '../diagnostics/columns.ts';
import type { Words } from '../diagnostics/diagnostic.ts';
import { EXIT, Stop } from './exits.ts';
import { kindOf, readBytes, readText } from './files.ts';

/** Reasons shown of many. */
const MOST_SHOWN = 5;

/** Where the runtime says that it does not know a feature. */
const FEATURES_PLACE = 'features';

/** @throws Stop when the file cannot be read, has another digest, or is no bundle that this program settles with */
export async function openBundle(path: string, digest?: string): Promise<LoadedBundle> {
  const bytes = await readBytes(path);
  const own = digest === undefined ? undefined : await digestOf(bytes);
  if (own !== digest) {
    throw new Stop(EXIT.digest, {
      zh: `“${path}” 的摘要不符\n    应为 ${digest}\n    文件 ${own}`,
      en: `“${path}” has another digest\n    expected ${digest}\n    the file ${own}`,
    });
  }
  const loaded = await loadBundle(bytes, digest === undefined ? {} : { expectDigest: digest });
  if (loaded.ok) return loaded.bundle;
  throw new Stop(EXIT.bundle, noBundle(path, bytes, loaded.reasons));
}

/** Bundles that settled earlier events. @throws Stop when a file is none */
export async function openBundles(paths: readonly string[]): Promise<readonly LoadedBundle[]> {
  const bundles: LoadedBundle[] = [];
  for (const path of paths) bundles.push(await openBundle(path));
  return bundles;
}

/** Why a file is no bundle for this program: what it is instead where it says so, else each reason with its place. */
export function noBundle(path: string, bytes: Uint8Array, reasons: readonly Reason[]): Words {
  const other = insteadOfBundle(bytes);
  if (other) return { zh: `“${path}” ${other.zh}`, en: `“${path}” ${other.en}` };
  const features = reasons.filter((reason) => reason.path === FEATURES_PLACE);
  if (features.length > 0 && features.length === reasons.length) {
    return {
      zh: [`“${path}” 用到这个程序不懂的功能；换用更新的医策`, ...lines(reasons, 'zh')].join('\n'),
      en: [`“${path}” asks for what this program does not understand; use a newer Yice`, ...lines(reasons, 'en')].join('\n'),
    };
  }
  return {
    zh: [`“${path}” 不是规则包`, ...lines(reasons, 'zh')].join('\n'),
    en: [`“${path}” is no bundle`, ...lines(reasons, 'en')].join('\n'),
  };
}

/** What is wrong with the whole file has no place in it worth naming. */
const lines = (reasons: readonly Reason[], lang: keyof Words): string[] =>
  tellingFirst(reasons)
    .slice(0, MOST_SHOWN)
    .map((reason) => `    ${reason.path === 'bundle' ? '' : `${visible(reason.path)}  `}${visible(reason[lang])}`);

/** What a file has besides says less than what it lacks. */
const tellingFirst = (reasons: readonly Reason[]): readonly Reason[] => {
  const besides = ({ zh }: Reason): boolean => zh.startsWith('不认识');
  return [...reasons.filter((one) => !besides(one)), ...reasons.filter(besides)];
};

/** Bytes at the beginning in which a format or a keyword stands, and at the end of canonical JSON as well. */
const NEAR_AN_END = 4096;

/** What a file says of itself when it is something else, or newer. The keys of a bundle are sorted: its format stands near its beginning. */
export function insteadOfBundle(bytes: Uint8Array): Words | undefined {
  const decoder = new TextDecoder();
  const near = `${decoder.decode(bytes.subarray(0, NEAR_AN_END))}${decoder.decode(bytes.subarray(-NEAR_AN_END))}`;
  const format = /"format"\s*:\s*"(yice-(bundle|ledger|signoff)\/\d{1,9})"/.exec(near);
  const [, name, kind] = format ?? [];
  switch (kind) {
    case 'ledger':
      return { zh: `是账本，不是规则包`, en: `is a ledger, not a bundle` };
    case 'signoff':
      return { zh: `是签核记录，不是规则包`, en: `is a record of sign-off, not a bundle` };
    case 'bundle':
      return name === BUNDLE_FORMAT
        ? undefined
        : {
            zh: `是 ${name} 的规则包，这个程序只懂 ${BUNDLE_FORMAT}；换用写它的那一版医策`,
            en: `is a bundle of ${name}, and this program understands ${BUNDLE_FORMAT} only; use the Yice that wrote it`,
          };
    default:
      return /^\s*(政策|修订|词汇|示例|性质|policy|amendment|vocabulary|scenario|property)\s*[“"「]/u.test(near.replace(/^\ufeff/, ''))
        ? { zh: '是政策文本，不是规则包；先用 yice build 构建', en: 'is a policy text, not a bundle; build it with yice build' }
        : undefined;
  }
}

/** An absent file is an empty ledger. @throws Stop when the file is no ledger */
export async function openLedger(path: string): Promise<Ledger> {
  if ((await kindOf(path)) === undefined) return emptyLedger();
  const notOne = (zh: string, en: string): Stop =>
    new Stop(EXIT.files, { zh: `“${path}” 不是账本：${zh}`, en: `“${path}” is no ledger: ${en}` });
  let json: unknown;
  try {
    json = JSON.parse(await readText(path));
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw notOne('不是 JSON', 'it is not JSON');
  }
  const read = ledgerFromJson(json);
  if (read.ok) return read.ledger;
  const format = typeof json === 'object' && json !== null && 'format' in json && typeof json.format === 'string' ? json.format : '';
  if (/^yice-(bundle|signoff)\//.test(format)) throw notOne(`它是 ${format}`, `it is ${format}`);
  const reasons = read.reasons.slice(0, MOST_SHOWN);
  const of = (lang: keyof Words, mark: string): string => reasons.map((reason) => `${visible(reason.path)} ${reason[lang]}`).join(mark);
  throw notOne(of('zh', '；'), of('en', '; '));
}
