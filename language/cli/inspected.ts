import type { OpenEffect, PolicyIr } from '../../runtime/index.ts';
import { columns, visible } from '../diagnostics/columns.ts';
import type { Words } from '../diagnostics/diagnostic.ts';
import type { Contents, Days, PolicyContents } from './contents.ts';
import type { Lang } from './terminal.ts';

/** Columns kept for the name of a fact. */
const NAME_WIDTH = 14;
/** Groups of the digest on one line. */
const GROUPS_A_LINE = 8;
/** The slice of the axis of knowledge that stands for a caller who does not ask what was known. */
const NOT_ASKED = '9999-12-31';

const ENTRIES: Readonly<Record<PolicyIr['entry'], Words>> = {
  settlement: { zh: '结算', en: 'settlement' },
  cashBenefit: { zh: '现金待遇', en: 'cash benefit' },
  contribution: { zh: '筹资', en: 'contribution' },
  clearing: { zh: '清算', en: 'clearing' },
};

const EFFECTS: Readonly<Record<OpenEffect, Words>> = {
  open: { zh: '待定', en: 'open' },
  assumed: { zh: '暂按', en: 'assumed' },
  noted: { zh: '待定，不影响金额', en: 'open, no amount' },
};

/** What a bundle holds, as a person reads it. */
export function inspected(contents: Contents, lang: Lang): string {
  const { area, digest, groups, features, effective, files } = contents;
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const fact = (name: string, value: string): string => {
    const gap = ' '.repeat(Math.max(1, NAME_WIDTH - columns(name)));
    return `${name}${gap}${visible(value)}`;
  };
  const lines = [
    `${visible(contents.id)}  ${visible(area.name)} ${visible(area.code)}`,
    '',
    fact(say('摘要', 'digest'), digest),
    ...linesOfGroups(groups).map((line) => fact('', line)),
    fact(say('格式', 'format'), contents.format),
    fact(say('必须懂的功能', 'features'), features.length === 0 ? say('没有', 'none') : features.join(say('、', ', '))),
    fact(say('语言', 'language'), `${contents.language}  ${say('编译器', 'compiler')} ${contents.compiler}`),
    fact(say('施行', 'in force'), daysText(effective, lang)),
    fact(say('示例', 'scenarios'), String(contents.scenarios)),
    ...contents.policies.flatMap((policy) => ['', ...policyLines(policy, lang)]),
    '',
    say(`文本 ${files.length} 份`, `${files.length} texts`),
    ...files.map(({ path, sha256 }) => `  ${visible(sha256)}  ${visible(path)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function linesOfGroups(groups: readonly string[]): string[] {
  const lines: string[] = [];
  for (let at = 0; at < groups.length; at += GROUPS_A_LINE) lines.push(groups.slice(at, at + GROUPS_A_LINE).join(' '));
  return lines;
}

function policyLines(policy: PolicyContents, lang: Lang): string[] {
  const { name, area, scheme, entry, versions, undecided, open, unexpressed } = policy;
  const zh = lang === 'zh';
  const counts = zh
    ? `${versions.length} 个版本，${policy.parameters} 个参数，${policy.citations} 句出处，${policy.scenarios} 个示例`
    : `${versions.length} versions, ${policy.parameters} parameters, ${policy.citations} citations, ${policy.scenarios} scenarios`;
  const about = zh
    ? `统筹区 ${area.code} ${area.name}，险种 ${scheme ?? '待定'}，入口 ${ENTRIES[entry].zh}`
    : `area ${area.code} ${area.name}, scheme ${scheme ?? 'open'}, entry ${ENTRIES[entry].en}`;
  const section = (title: string, rows: readonly string[]): string[] => (rows.length === 0 ? [] : [`  ${title}`, ...rows]);
  return [
    visible(name),
    `  ${visible(about)}`,
    `  ${counts}`,
    ...section(
      zh ? '引用' : 'refers to',
      policy.references.map((one) => `    “${visible(one.policy)}” : ${visible(one.names.join('、'))}`),
    ),
    ...section(
      zh ? '版本' : 'versions',
      versions.flatMap(({ id, days }) => days.map((one) => `    ${visible(id)}  ${daysText(one, lang)}`)),
    ),
    ...section(
      zh ? '待定是哪个版本' : 'open which version it is',
      undecided.map((one) => `    ${daysText(one, lang)}  ${visible(one.versions.join(zh ? ' 或 ' : ' or '))}${because(one.reason, lang)}`),
    ),
    ...section(
      zh ? `待定与暂按 ${open.length} 处` : `open and assumed: ${open.length}`,
      open.map(
        ({ address, reason, effect, source }) =>
          `    ${visible(address)} [${EFFECTS[effect][lang]}]${because(reason, lang)} (${visible(source.file)}:${source.line})`,
      ),
    ),
    ...section(
      zh ? `未能表达 ${unexpressed.length} 处` : `not expressed: ${unexpressed.length}`,
      unexpressed.map(({ sentence, why }) => `    “${visible(sentence)}”${because(why, lang)}`),
    ),
  ];
}

const because = (reason: string | undefined, lang: Lang): string =>
  reason === undefined ? '' : `${lang === 'zh' ? '：' : ': '}${visible(reason)}`;

/** "2022-01-01 起，2023-01-01 前；2023-05-31 起知晓" */
function daysText({ from, to, knownFrom, knownTo }: Days, lang: Lang): string {
  const zh = lang === 'zh';
  const range = [
    ...(from === undefined ? [] : [zh ? `${from} 起` : `from ${from}`]),
    ...(to === undefined ? [] : [zh ? `${to} 前` : `before ${to}`]),
  ];
  const known = [
    ...(knownFrom === undefined || knownFrom === NOT_ASKED ? [] : [zh ? `${knownFrom} 起` : `from ${knownFrom}`]),
    ...(knownTo === undefined || knownTo === NOT_ASKED ? [] : [zh ? `${knownTo} 前` : `before ${knownTo}`]),
  ];
  const comma = zh ? '，' : ', ';
  const days = range.length === 0 ? (zh ? '不限日期' : 'any day') : range.join(comma);
  if (knownFrom === NOT_ASKED) return zh ? `${days}；不问知晓日` : `${days}; known day not asked`;
  if (known.length === 0) return days;
  return zh ? `${days}；知晓日 ${known.join(comma)}` : `${days}; known day ${known.join(comma)}`;
}
