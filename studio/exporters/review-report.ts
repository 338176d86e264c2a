/** The review report: one HTML file that carries everything it shows, runs nothing, and prints on A4. */
import type { SignoffRecord } from '../../language/signoff/record.ts';
import { knownFromOf } from '../strings/days.ts';
import { groupsOf } from '../strings/digests.ts';
import { timeText } from '../strings/moments.ts';
import { moneyText } from '../strings/money.ts';
import type { Language } from '../strings/strings.ts';
import { sayIn } from '../strings/strings.ts';
import type { PolicySummary, ReachedRule, ScenarioOutcome } from '../worker/protocol.ts';
import type { ReportedChanges, SayReport } from './review-changes.ts';
import { changedLines } from './review-changes.ts';
import { reportWords } from './review-strings.ts';
import { reportStyle } from './review-style.ts';

export interface ReportFacts {
  readonly title: string;
  readonly digest: string;
  readonly language: Language;
  /** Of the rules, "0.1". */
  readonly lawLanguage: string;
  readonly madeAt: string;
  readonly policies: readonly PolicySummary[];
  readonly scenarios: readonly ScenarioOutcome[];
  /** By policy. */
  readonly reached: Readonly<Record<string, readonly ReachedRule[]>>;
  readonly changes: readonly ReportedChanges[];
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
  readonly sign: 'draft' | 'sent' | 'returned' | 'signed' | 'changed';
  readonly record: SignoffRecord | undefined;
}

/** A text with nothing in it that HTML would read. */
const safe = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const cells = (row: readonly string[], kind: 'td' | 'th'): string =>
  `<tr>${row.map((cell) => `<${kind}${kind === 'th' ? ' scope="col"' : ''}>${cell}</${kind}>`).join('')}</tr>`;

/** A table of cells that are safe already. */
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><thead>${cells(head.map(safe), 'th')}</thead><tbody>${rows.map((row) => cells(row, 'td')).join('')}</tbody></table>`;

const section = (title: string, ...parts: readonly string[]): string => `<section><h2>${safe(title)}</h2>${parts.join('')}</section>`;
const paragraph = (text: string): string => `<p>${safe(text)}</p>`;

/** A short text that stays on one line: a day, a word. */
const firm = (text: string): string => (text === '' ? '' : `<span class="firm">${safe(text)}</span>`);

/** An amount on one line; anything else, such as a reason, is prose and wraps. */
const figure = (text: string): string => {
  const amount = /^(-?\d+\.\d{2})元$/.exec(text)?.[1];
  return amount === undefined ? safe(text) : `<span class="firm">${safe(moneyText(amount))}</span>`;
};

/** The whole file. */
export function reportHtml(facts: ReportFacts): string {
  const say = sayIn(reportWords, facts.language);
  const groups = groupsOf(facts.digest);
  const digest = `<section class="digest"><h2>${safe(say('digest'))}</h2><ol>${groups.map((group) => `<li>${safe(group)}</li>`).join('')}</ol><p class="small">${safe(say('digestHow'))}</p></section>`;
  const body = [
    `<header><p class="kind">${safe(say('title'))}</p><h1>${safe(facts.title)}</h1><p class="small">${safe(say('madeAt', { at: timeText(facts.madeAt), language: facts.lawLanguage }))}</p></header>`,
    digest,
    signSection(facts),
    policySection(facts),
    changeSection(facts),
    pointSection(facts),
    scenarioSection(facts),
    setSection(facts),
    coverageSection(facts),
    section(
      say('files'),
      table(
        [say('file'), say('sha256')],
        facts.files.map(({ path, sha256 }) => [safe(path), `<code>${safe(sha256)}</code>`]),
      ),
    ),
  ];
  const lang = facts.language === 'zh' ? 'zh-CN' : 'en';
  return `<!doctype html>\n<html lang="${lang}">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n<title>${safe(`${facts.title} ${say('title')}`)}</title>\n<style>${reportStyle}</style>\n</head>\n<body>\n${body.join('\n')}\n</body>\n</html>\n`;
}

function signSection({ language, sign, record }: ReportFacts): string {
  const say = sayIn(reportWords, language);
  const state = { draft: 'draft', sent: 'waits', returned: 'returned', signed: 'signed', changed: 'void' } as const;
  const said = `<p class="${sign === 'signed' ? 'holds' : 'differs'}">${sign === 'signed' ? '✓' : '?'} ${safe(say(state[sign]))}</p>`;
  const people = record
    ? [
        [safe(say('author')), safe(record.author.name), safe(timeText(record.author.at))],
        ...(record.returned
          ? [[safe(say('returned')), safe(record.returned.name), `${safe(timeText(record.returned.at))} ${safe(record.returned.reason)}`]]
          : []),
        ...(record.reviewer ? [[safe(say('reviewer')), safe(record.reviewer.name), safe(timeText(record.reviewer.at))]] : []),
      ]
    : [];
  return section(say('signoff'), said, people.length > 0 ? table(['', say('name'), say('at')], people) : '');
}

function policySection({ language, policies }: ReportFacts): string {
  const say = sayIn(reportWords, language);
  const knownText = (known: string | undefined): string =>
    known === undefined ? '' : known === 'notAsked' ? say('notAsked') : say('knownFrom', { day: known });
  const rows = policies.flatMap(({ name, timeline }) =>
    timeline
      .filter(({ versionId, openReason }) => versionId !== undefined || openReason !== undefined)
      .map((stretch, index) => [
        index === 0 ? firm(name) : '',
        safe(stretch.versionId ?? (stretch.openReason === undefined ? say('noLaw') : say('openVersion', { reason: stretch.openReason }))),
        firm(stretch.from ?? ''),
        firm(stretch.to ?? ''),
        firm(knownText(knownFromOf(stretch))),
        safe(stretch.amendments.map(({ source }) => source.file.split('/').at(-1) ?? '').join('、')),
      ]),
  );
  return section(say('policies'), table([say('policy'), say('version'), say('from'), say('to'), say('known'), say('amendments')], rows));
}

function changeSection({ language, changes }: ReportFacts): string {
  const say = sayIn(reportWords, language);
  const parts = changes.map(({ policy, against, before, after, changes: own }) => {
    const title = say(against === 'former' ? 'sinceFormer' : 'sinceDelivered', { policy, before, after });
    const rows = changedLines(own, say, language).map((line, index, all) => [
      safe(line.where),
      firm(line.before),
      firm(line.after),
      firm(line.difference),
      // A sentence that several values rest on is read once.
      `<small>${safe(line.quote === all[index - 1]?.quote && line.quote !== '' ? '〃' : line.quote)}</small>`,
    ]);
    const head = ['', say('before'), say('after'), say('difference'), say('quote')];
    return `<h3>${safe(title)}</h3>${table(head, rows)}<p class="small">${safe(say('unchangedCount', { count: own.same }))}</p>`;
  });
  return section(say('changes'), parts.length === 0 ? paragraph(say('changesNone')) : parts.join(''));
}

function pointSection({ language, policies, record }: ReportFacts): string {
  const say = sayIn(reportWords, language);
  const lines = new Map(record?.open.map(({ policy, address, line }) => [`${policy} ${address}`, line]));
  // What belongs to a policy that is referred to is listed there.
  const elsewhere = (own: string, address: string): boolean => policies.some(({ name }) => name !== own && address.startsWith(`${name}.`));
  const rows = policies.flatMap(({ name, open }) =>
    open.flatMap(({ address, how, reason }) => {
      if (how === 'noted' || elsewhere(name, address)) return [];
      const line = lines.get(`${name} ${address}`) ?? '';
      return [[safe(name), safe(address), firm(say(how)), safe(reason), line === '' ? `<i>${firm(say('noLine'))}</i>` : safe(line)]];
    }),
  );
  const unexpressed = policies.flatMap(({ name, unexpressed: own }) =>
    own.map(({ sentence, why }) => [safe(name), safe(sentence), safe(why)]),
  );
  return [
    section(
      say('points'),
      rows.length === 0 ? paragraph(say('pointsNone')) : table([say('policy'), say('point'), '', say('reason'), say('line')], rows),
    ),
    unexpressed.length === 0 ? '' : section(say('unexpressed'), table([say('policy'), say('sentence'), say('why')], unexpressed)),
  ].join('');
}

function scenarioSection({ language, scenarios }: ReportFacts): string {
  const say = sayIn(reportWords, language);
  const ticks = scenarios.flatMap((one) => one.ticks);
  const differing = ticks.filter(({ pass }) => !pass).length;
  const rows = scenarios
    .toSorted((a, b) => Number(a.pass) - Number(b.pass))
    .map(({ title, pass, ticks: own }) => [
      safe(title),
      valuesIn(own, say),
      `<span class="${pass ? 'holds' : 'differs'}">${pass ? '✓' : '≠'} ${safe(say(pass ? 'holds' : 'differs'))}</span>`,
    ]);
  return section(
    say('scenarios'),
    paragraph(say('scenariosSum', { count: scenarios.length, values: ticks.length, differing })),
    table([say('scenario'), say('comparedValues'), ''], rows),
  );
}

/** Each compared value on one stretch that does not break inside, visit after visit; of one that differs, what was expected too. */
function valuesIn(ticks: ScenarioOutcome['ticks'], say: SayReport): string {
  const events = [...new Set(ticks.map(({ event }) => event))];
  const lines = events.map((event) => {
    const values = ticks
      .filter((tick) => tick.event === event)
      .map(({ label, pass, expected, actual }) =>
        pass
          ? `${firm(label)} ${figure(actual)}`
          : `<span class="differs">≠ ${safe(label)} ${figure(actual)}</span> ${safe(say('expected'))} ${figure(expected)}`,
      );
    const visit = events.length > 1 ? `<small>${firm(say('visit', { number: event + 1 }))}</small> ` : '';
    return `<div>${visit}${values.join(' · ')}</div>`;
  });
  return lines.join('');
}

function setSection({ language, record }: ReportFacts): string {
  const say = sayIn(reportWords, language);
  const sets = record?.sets ?? [];
  if (sets.length === 0) return section(say('sets'), paragraph(say('setsNone')));
  const head = [say('set'), say('patients'), say('values'), say('differing'), say('pending'), say('sha256')];
  const rows = sets.map((set) => [
    safe(set.name),
    ...[set.patients, set.values, set.differing, set.open].map((count) => `<span class="figure">${count}</span>`),
    `<code>${safe(set.sha256)}</code>`,
  ]);
  return section(say('sets'), table(head, rows));
}

function coverageSection({ language, reached, policies }: ReportFacts): string {
  const say = sayIn(reportWords, language);
  const rows = policies.flatMap(({ name }) => {
    const parts = reached[name] ?? [];
    const missing = parts.filter(({ scenarios }) => scenarios.length === 0);
    const names = missing.map(({ owner, name: own }) => (own.startsWith(owner) ? own : `${owner}.${own}`)).join('、');
    return [
      [
        safe(name),
        safe(say('coverageSum', { all: parts.length, reached: parts.length - missing.length })),
        safe(missing.length === 0 ? say('allReached') : say('unreached', { names })),
      ],
    ];
  });
  return section(say('coverage'), table([say('policy'), '', ''], rows));
}
