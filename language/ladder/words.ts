import type { Words } from '../diagnostics/diagnostic.ts';
import type { Drift, Heir, Override, Side } from './report.ts';

/** The report of one policy, line by line; deeper lines are indented by two spaces a step. */
export function ladderLines(heir: Heir): readonly Words[] {
  const { policy, above, inherited, overrides, adjusted } = heir;
  return [
    both(policy),
    line(1, `上级：${above.join(' → ')}`, `above: ${above.join(' → ')}`),
    ...section(1, `沿用 ${inherited.length} 个名称`, `takes ${inherited.length} names`, [
      ...inherited.flatMap(({ name, from, writtenIn, side, until }) => {
        const where = writtenIn === from ? from : `${writtenIn} → ${from}`;
        const ends: Words = until === undefined ? both('') : { zh: `，到 ${until} 前`, en: `, until before ${until}` };
        return [line(2, `${name}（${where}${ends.zh}）`, `${name} (${where}${ends.en})`), ...sideLines(3, side)];
      }),
    ]),
    ...section(1, `覆盖 ${overrides.length} 个名称`, `overrides ${overrides.length} names`, overrides.flatMap(overrideLines)),
    ...section(
      1,
      `调整 ${adjusted.length} 处`,
      `adjusts ${adjusted.length}`,
      adjusted.flatMap(({ name, adjusts, text }) => [line(2, `${adjusts}：${name}`, `${adjusts}: ${name}`), ...textLines(3, text)]),
    ),
  ];
}

/** What has come apart, or together, of all that a policy overrides. */
export const driftWords = (name: string, drift: Drift): Words => {
  switch (drift.kind) {
    case 'changed':
      return {
        zh: `上级的 “${name}” 自 ${drift.on} 起已改：${flat(drift.before)} → ${flat(drift.after)}，本政策的没有随着改`,
        en: `“${name}” above changed from ${drift.on}: ${flat(drift.before)} → ${flat(drift.after)}; the one here did not`,
      };
    case 'equal':
      return {
        zh: `“${name}” 自 ${drift.on} 起与上级的相同，可以不再覆盖`,
        en: `“${name}” is the same as above from ${drift.on}; it need not be overridden`,
      };
    case 'stopped':
      return { zh: `上级自 ${drift.on} 起不再有 “${name}”`, en: `“${name}” is no longer above from ${drift.on}` };
  }
};

const overrideLines = ({ name, from, stretches, drifts }: Override): readonly Words[] => [
  line(2, `${name}（${from}）`, `${name} (${from})`),
  ...stretches.flatMap((stretch) => {
    const side = (words: Words, one: Side | undefined): readonly Words[] =>
      one ? [...titled(4, words, one.text), ...quotes(5, one)] : [line(4, `${words.zh}：没有`, `${words.en}: none`)];
    return [
      line(3, `${stretch.from} 起`, `from ${stretch.from}`),
      ...side({ zh: '上级', en: 'above' }, stretch.above),
      ...side({ zh: '本政策', en: 'here' }, stretch.own),
    ];
  }),
  ...drifts.map((drift) => {
    const words = driftWords(name, drift);
    return line(3, `！${words.zh}`, `! ${words.en}`);
  }),
];

const both = (text: string): Words => ({ zh: text, en: text });
const line = (depth: number, zh: string, en: string): Words => ({ zh: '  '.repeat(depth) + zh, en: '  '.repeat(depth) + en });
const section = (depth: number, zh: string, en: string, rows: readonly Words[]): readonly Words[] =>
  rows.length === 0 ? [] : [line(depth, zh, en), ...rows];
const textLines = (depth: number, text: string): readonly Words[] => text.split('\n').map((one) => line(depth, one, one));
const sideLines = (depth: number, side: Side): readonly Words[] => [...textLines(depth, side.text), ...quotes(depth, side)];
const quotes = (depth: number, { citations }: Side): readonly Words[] =>
  citations.map(({ document, quote }) => line(depth, `出处 ${document} “${quote}”`, `source ${document} “${quote}”`));
const titled = (depth: number, words: Words, text: string): readonly Words[] =>
  text.includes('\n')
    ? [line(depth, `${words.zh}：`, `${words.en}:`), ...textLines(depth + 1, text)]
    : [line(depth, `${words.zh}：${text}`, `${words.en}: ${text}`)];
const flat = (text: string): string => text.replaceAll(/\s*\n\s*/gu, ' ');
