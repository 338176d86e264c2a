/** Names with brackets: the built-in functions, and definitions with arguments, which are written out where they are called. */
import type { TypeNode } from '../2-syntax/nodes/declaration.ts';
import type { Expression } from '../2-syntax/nodes/expression.ts';
import { needsCall, notCallable, unknownName } from '../diagnostics/names.ts';
import { argumentCount, argumentName, recursion, tooDeep } from '../diagnostics/types.ts';
import type { Expr, Type } from '../model/types.ts';
import { sliceOf } from './band-kinds.ts';
import { builtInNames, builtInOf } from './built-in.ts';
import { expect } from './expression.ts';
import type { Entity } from './names.ts';
import { addressOf, find, reportUnknown } from './names.ts';
import { nearest } from './near.ts';
import { lengthOf } from './reads.ts';
import type { Law, Site } from './site.ts';
import { inside, siteAt } from './site.ts';
import { typeFromNode } from './type-node.ts';
import { readValue } from './value.ts';

export type Call = Extract<Expression, { readonly kind: 'call' }>;

/** `名(式、式)` */
export function inferCall(e: Call, site: Site, hint?: Type): Expr | undefined {
  const { law } = site;
  const name = addressOf(e.callee);
  const entity = find(law.names, name);
  if (entity?.kind === 'function') return writtenOut(entity, e, site);
  const builtIn = builtInOf(name);
  if (builtIn && !entity) return builtIn(e, site, hint);
  if (entity?.kind === 'accumulator') law.report(needsCall({ name, how: `已累计(${name})`, span: e.callee.span }));
  else if (entity?.kind === 'bands') law.report(needsCall({ name, how: sliceOf(name, law), span: e.callee.span }));
  else if (entity) law.report(notCallable({ name, span: e.callee.span }));
  else {
    const near = nearest(name, [...builtInNames, ...functionNames(site)]);
    if (near !== undefined) law.report(unknownName({ name, near, span: e.callee.span }));
    else reportUnknown(law.names, e.callee, law.report, (one) => one.kind === 'function');
  }
  return undefined;
}

const functionNames = (site: Site): readonly string[] =>
  [...site.law.names.entities.values()].filter((one) => one.kind === 'function').map((one) => one.name);

/** A call that grows beyond this when it is written out can be checked by nobody. */
const longest = 20_000;

type Function = Extract<Entity, { readonly kind: 'function' }>;

/** Values that an argument lists itself are named after it; those of a field have the field's name. */
const valuesOf = (type: TypeNode, argument: string): string | undefined => (type.kind === 'named' ? undefined : argument);

/** The definition itself, with its arguments as unknowns: false when it has a finding. */
export function checkFunction(entity: Function, law: Law): boolean {
  const { formals, type, value, citations } = entity.node;
  const locals = new Map<string, Expr>();
  for (const { name, type: node } of formals) {
    const wanted = typeFromNode(node, law.names, law.report, valuesOf(node, name.text));
    if (!wanted) return false;
    locals.set(name.text, { kind: 'input', name: name.text, type: wanted, span: name.span });
    law.symbols.declare({ kind: 'formal', name: name.text, span: name.span, owner: law.policy, type: wanted });
  }
  const wanted = typeFromNode(type, law.names, law.report);
  const site = siteAt(law, entity.name, law.citations.ids(citations), { address: entity.name });
  const spans = new Map(formals.map(({ name }) => [name.text, name.span] as const));
  return wanted !== undefined && readValue(value, { ...site, locals, formals: spans, calls: [entity.name] }, wanted) !== undefined;
}

/** The definition with its arguments put in; `argument`, when given, says what stands for each of them. */
export function writtenOut(entity: Function, e: Call, site: Site, argumentAt?: (index: number, type: Type) => Expr): Expr | undefined {
  const { law } = site;
  const { formals, type } = entity.node;
  law.symbols.referPath(e.callee, entity);
  if (site.calls.includes(entity.name)) {
    law.report(recursion({ name: entity.name, span: e.callee.span }));
    return undefined;
  }
  if (e.args.length !== formals.length) {
    law.report(
      argumentCount({ name: entity.name, wanted: [`${formals.length} 项`, `${formals.length}`], given: e.args.length, span: e.span }),
    );
    return undefined;
  }
  const locals = new Map<string, Expr>();
  let whole = true;
  for (const [index, formal] of formals.entries()) {
    const argument = e.args.find((one) => one.name?.text === formal.name.text) ?? e.args[index];
    const wanted = typeFromNode(formal.type, law.names, law.report, valuesOf(formal.type, formal.name.text));
    const given = wanted && (argumentAt?.(index, wanted) ?? (argument && expect(argument.value, inside(site), wanted)));
    if (given) locals.set(formal.name.text, given.type.kind === 'fen' || wanted?.kind !== 'money' ? given : { ...given, type: wanted });
    else whole = false;
  }
  for (const { name } of e.args)
    if (name && !formals.some((formal) => formal.name.text === name.text)) {
      law.report(argumentName({ name: name.text, callee: entity.name, names: formals.map((formal) => formal.name.text), span: name.span }));
      whole = false;
    }
  const wanted = typeFromNode(type, law.names, law.report);
  if (!whole || !wanted) return undefined;
  const citations = law.citations.ids(entity.node.citations);
  const body: Site = {
    ...site,
    at: entity.name,
    amendable: { address: entity.name },
    citations,
    locals,
    formals: new Map(),
    hands: new Map(),
    copy: true,
    calls: [...site.calls, entity.name],
    depth: site.depth + 1,
  };
  const value = readValue(entity.node.value, body, wanted);
  const length = value ? lengthOf(value, law.lengths) : 0;
  law.budget.left -= length;
  if (length <= longest) return value;
  law.report(tooDeep({ span: e.span }));
  return undefined;
}
