import type { Amendment } from '../../language/2-syntax/nodes/policy.ts';
import type { Compiler, Workspace } from '../../language/index.ts';
import {
  amendmentText,
  amountIn,
  checkRow,
  effectiveDay,
  leastFitting,
  numbersOf,
  readNotice,
  relativeLines,
  shapeOf,
  twoReadings,
  valuesOf,
} from '../../language/index.ts';
import type { AmendReply, AmendRequest, AnnualReading, AnnualRequest } from './annual-messages.ts';
import { neededPaths } from './needed.ts';

/** The texts without the one that is left out of account. */
const without = ({ files, documents }: Workspace, aside: string | undefined): Workspace => ({
  files: files.filter(({ path }) => path !== aside),
  documents,
});

/** Reads a notice of the workspace against one of its policies; undefined when either is not there. */
export function readAnnual(compiler: Compiler, given: Workspace, request: AnnualRequest): AnnualReading | undefined {
  const workspace = without(given, request.aside);
  const text = workspace.documents.find(({ path }) => path === request.document)?.text;
  if (text === undefined) return undefined;
  const day = request.effective ?? effectiveDay(text, numbersOf(text))?.day;
  const on = dayBefore(day ?? '2100-01-01');
  const trees = workspace.files.map((file) => ({ path: file.path, items: compiler.parse(file).tree.items }));
  const blocks = trees.flatMap(({ items }) => items);
  const shape = shapeOf(blocks, request.policy, on);
  if (!shape) return undefined;
  const home = trees.find(({ items }) => items.some((block) => block.kind === 'policy' && block.name.text === request.policy))?.path ?? '';
  const folder = home.slice(0, home.lastIndexOf('/') + 1);
  const near = trees.flatMap(({ path, items }) => (path.startsWith(folder) ? items : []));
  const names = near.flatMap((block) => (block.kind === 'policy' ? [block.name.text] : []));
  const valued = names.map((policy) => ({
    policy,
    scheme: shapeOf(blocks, policy, on)?.scheme ?? '',
    values: valuesOf(blocks, policy, { on }),
  }));
  const own = valued.find(({ policy }) => policy === request.policy);
  if (!own) return undefined;
  const reading = readNotice(
    text,
    own,
    valued.filter((one) => one !== own),
    shape,
  );
  return {
    policy: request.policy,
    document: request.document,
    text,
    on,
    reading,
    values: own.values,
    shape,
    undated: trees.flatMap(({ path, items }) =>
      items.some((block) => block.kind === 'amendment' && block.policy.text === request.policy && undated(block.published)) ? [path] : [],
    ),
    questions: reading.proposals.flatMap(({ to, number }) => {
      const amount = reading.numbers[number]?.amount;
      if (to.kind !== 'question' || to.why !== 'unit' || to.path === undefined || !amount) return [];
      const example = twoReadings(own.values, amount);
      const relative = relativeLines(blocks, request.policy, on, to.path, amount);
      return [{ number, path: to.path, ...(example ? { example } : {}), ...(relative === undefined ? {} : { relative }) }];
    }),
  };
}

/** Nothing tells by when it was published: what is published later cannot be put after it. */
const undated = (published: Amendment['published']): boolean => published?.kind === 'open' && published.notAfter === undefined;

const dayBefore = (day: string): string => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
};

/** The amendment as text, with what the compiler says of it. */
export async function writeAnnual(compiler: Compiler, given: Workspace, request: AmendRequest): Promise<Omit<AmendReply, 'kind'>> {
  const text = amendmentText(request.draft);
  const workspace = without(given, request.aside);
  const folder = request.path.slice(0, request.path.lastIndexOf('/amendments/') + 1);
  // Policies of other areas that nothing here rests on are not compiled along.
  const needed = neededPaths(
    workspace.files.map((file) => ({ path: file.path, items: compiler.parse(file).tree.items })),
    folder,
  );
  const before = workspace.files.filter(({ path }) => path !== request.path && needed.has(path));
  const files = [...before, { path: request.path, text }];
  const { diagnostics } = await compiler.compile({ ...workspace, files });
  const { reading } = request;
  return {
    text,
    needed: before.map(({ path }) => path),
    checks: request.rows.map(({ number, value, text: now }) => {
      const amount = amountIn(now);
      const least = amount && leastFitting(reading.claims, reading.numbers, number, value.amount, amount);
      return { number, ...checkRow(value, now, least?.claim, reading.numbers) };
    }),
    findings: diagnostics.flatMap(({ code, severity, what, remedy, fixes, labels: [place] }) => {
      const own = place?.span.file === request.path;
      if (!place || (!own && (severity !== 'error' || !place.span.file.startsWith(folder)))) return [];
      const whole = own ? text : (files.find(({ path }) => path === place.span.file)?.text ?? '');
      return [{ code, severity, what, remedy, fixes, own, line: lineAt(whole, place.span.start) }];
    }),
  };
}

const lineAt = (text: string, at: number): string =>
  text
    .slice(text.lastIndexOf('\n', at - 1) + 1)
    .split('\n')[0]
    ?.trim() ?? '';
