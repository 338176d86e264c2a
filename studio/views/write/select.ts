import type { Diagnostic, TextEdit } from '../../../language/diagnostics/diagnostic.ts';
import type { LineNote } from '../../editor/services.ts';
import type { WorkspaceFile } from '../../store/workspace.ts';
import type {
  CitationLink,
  DeclaredPolicy,
  OpenSummary,
  OutlineNode,
  PolicySummary,
  ScenarioOutcome,
  TextRange,
} from '../../worker/protocol.ts';

/** What the write view shows, as pure functions of the stores. */

const WEIGHT = { open: 0, assumed: 1, noted: 2 } as const;
const RANK = { error: 0, warning: 1, hint: 2 } as const;

/** 1-based line of an offset. */
export const lineOf = (text: string | undefined, offset: number): number => {
  let line = 1;
  for (let at = text?.indexOf('\n') ?? -1; at >= 0 && at < offset; at = text?.indexOf('\n', at + 1) ?? -1) line += 1;
  return line;
};

export const baseName = (path: string): string => (path.split('/').at(-1) ?? path).replace(/\.(yice|txt)$/, '');

/** A line of the to-do list: a finding, or something the law leaves open. */
export type ToDo =
  | { readonly kind: 'finding'; readonly id: string; readonly finding: Diagnostic; readonly line: number; readonly file: string }
  | { readonly kind: 'open'; readonly id: string; readonly point: OpenSummary; readonly line: number; readonly file: string };

/** Findings of the workspace, worst first and in the order of the text, then what the chosen policy leaves open. */
export function toDos(
  diagnostics: readonly Diagnostic[],
  files: Readonly<Record<string, WorkspaceFile>>,
  summary: PolicySummary | undefined,
): readonly ToDo[] {
  const findings = diagnostics
    .map((finding, index): ToDo & { kind: 'finding' } => {
      const span = finding.labels[0]?.span;
      return {
        kind: 'finding',
        id: `d${index}`,
        finding,
        file: span?.file ?? '',
        line: lineOf(files[span?.file ?? '']?.text, span?.start ?? 0),
      };
    })
    .toSorted(
      (a, b) => RANK[a.finding.severity] - RANK[b.finding.severity] || (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1),
    );
  const open = (summary?.open ?? [])
    .toSorted((a, b) => WEIGHT[a.how] - WEIGHT[b.how])
    .map((point, index): ToDo => ({ kind: 'open', id: `o${index}`, point, file: point.source.file, line: point.source.line }));
  return [...findings, ...open];
}

/** Whether two lines say the same of the same place. */
export const sameToDo = (one: ToDo, other: ToDo): boolean =>
  one.line === other.line &&
  one.file === other.file &&
  (one.kind === 'open' ? other.kind === 'open' && one.point === other.point : other.kind === 'finding' && one.finding === other.finding);

/** Findings of one code beside one another; where each has exactly one repair, all of them can be made at once. */
export interface ToDoGroup {
  readonly key: string;
  readonly items: readonly ToDo[];
  readonly fix?: readonly TextEdit[];
}

/** The list in groups, worst first; one code of one file makes a group, what is open the last. */
export function groupsOf(list: readonly ToDo[]): readonly ToDoGroup[] {
  const groups = new Map<string, ToDo[]>();
  for (const item of list) {
    const key = item.kind === 'open' ? 'open' : `${item.finding.severity} ${item.finding.code} ${item.file}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups].map(([key, items]): ToDoGroup => {
    const edits = items.map((item) =>
      item.kind === 'finding' && item.finding.fixes.length === 1 ? item.finding.fixes[0]?.edits : undefined,
    );
    const fix = items.length > 1 && edits.every((one) => one !== undefined) ? apart(edits.flat()) : undefined;
    return { key, items, ...(fix ? { fix } : {}) };
  });
}

/** Edits that do not touch one another, in order; undefined when two do. */
function apart(edits: readonly (TextEdit | undefined)[]): readonly TextEdit[] | undefined {
  const sorted = edits
    .flatMap((edit) => edit ?? [])
    .toSorted((a, b) => (a.span.file === b.span.file ? a.span.start - b.span.start : a.span.file < b.span.file ? -1 : 1));
  const touch = sorted.some((edit, index) => {
    const before = sorted[index - 1];
    return before !== undefined && before.span.file === edit.span.file && before.span.end >= edit.span.start;
  });
  return touch ? undefined : sorted;
}

/** How a file is called on its tab. */
export type FileRole = 'base' | 'amendment' | 'scenarios' | 'other';

export interface FileTab {
  readonly path: string;
  readonly role: FileRole;
  readonly name: string;
  readonly errors: number;
}

const roleOf = (path: string): FileRole =>
  path.includes('/amendments/') ? 'amendment' : /\.scenarios\.yice$/.test(path) ? 'scenarios' : 'base';

const tab = (path: string, findings: readonly Diagnostic[]): FileTab => ({
  path,
  role: roleOf(path),
  name: baseName(path).replace(/\.scenarios$/, ''),
  errors: findings.filter((finding) => finding.severity === 'error' && finding.labels[0]?.span.file === path).length,
});

/** The files of the chosen policy, and the others of the workspace. */
export function fileTabs(
  files: readonly string[],
  declared: DeclaredPolicy | undefined,
  findings: readonly Diagnostic[],
): { readonly own: readonly FileTab[]; readonly others: readonly FileTab[] } {
  const own = (declared?.files ?? []).filter((path) => files.includes(path));
  return {
    own: own.map((path) => tab(path, findings)),
    others: files.filter((path) => path.endsWith('.yice') && !own.includes(path)).map((path) => tab(path, findings)),
  };
}

/** The file in which a policy is written, by its words alone: the text can be shown before it has been looked at. */
export function fileOf(policy: string | undefined, files: Readonly<Record<string, WorkspaceFile>>): string | undefined {
  const named = [`政策 “${policy}”`, `policy “${policy}”`, `policy "${policy}"`];
  return Object.values(files).find(({ path, text }) => path.endsWith('.yice') && named.some((words) => beginsLine(text, words)))?.path;
}

const beginsLine = (text: string, words: string): boolean => {
  const at = text.indexOf(words);
  return at >= 0 && text.slice(text.lastIndexOf('\n', at) + 1, at).trim() === '';
};

/** A path for a new file in a folder, numbered past those that are there. */
export function newFilePath(folder: string, name: string, paths: readonly string[]): string {
  const path = (number: number): string => [folder, `${name}${number}.yice`].filter(Boolean).join('/');
  let number = 1;
  while (paths.includes(path(number))) number += 1;
  return path(number);
}

/** The names around an offset, outermost first. */
export function pathAt(nodes: readonly OutlineNode[], offset: number): readonly OutlineNode[] {
  const inside = nodes.find((node) => node.range.start <= offset && offset <= node.range.end);
  return inside ? [inside, ...pathAt(inside.children, offset)] : [];
}

/** The citation that a place in the rules rests on: the narrowest rule around it that cites something. */
export const citationAt = (citations: readonly CitationLink[], file: string, offset: number): CitationLink | undefined => {
  const around = (range: TextRange): boolean => range.file === file && range.start <= offset && offset <= range.end;
  return citations
    .filter(({ rule, cited }) => around(rule) || around(cited))
    .toSorted((a, b) => Number(around(b.cited)) - Number(around(a.cited)) || a.rule.end - a.rule.start - (b.rule.end - b.rule.start))[0];
};

/** Scenarios of a policy, those that differ first. */
export const scenariosOf = (scenarios: readonly ScenarioOutcome[], policy: string | undefined): readonly ScenarioOutcome[] =>
  scenarios.filter((scenario) => scenario.policy === policy).toSorted((a, b) => Number(a.pass) - Number(b.pass));

/** The remark behind each scenario's first line. */
export const scenarioNotes = (scenarios: readonly ScenarioOutcome[], words: (passed: number, all: number) => string): readonly LineNote[] =>
  scenarios.map((scenario) => ({
    file: scenario.range.file,
    offset: scenario.range.start,
    tone: scenario.pass ? 'jade' : 'verm',
    text: words(scenario.ticks.filter((tick) => tick.pass).length, scenario.ticks.length),
  }));
