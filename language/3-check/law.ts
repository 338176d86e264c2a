/**
 * One version of one policy while it is checked. Definitions are worked out when something first asks for them, because the range of a
 * whole number and the type of a form's value follow from what they read.
 */

import type { Span } from '../2-syntax/nodes/span.ts';
import { kindUnclear } from '../diagnostics/accumulators.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { cycle } from '../diagnostics/names.ts';
import { recursion } from '../diagnostics/types.ts';
import type { DefinitionModel, Type } from '../model/types.ts';
import { accumulatorElsewhere, accumulatorType } from './accumulator.ts';
import type { EffectivePolicy } from './analyses/timeline-types.ts';
import type { Stretch } from './as-of.ts';
import type { CheckedBands } from './band-kinds.ts';
import { checkBands } from './bands.ts';
import { checkFunction } from './call.ts';
import type { CitationRegistry } from './citations.ts';
import type { Named } from './definition.ts';
import { checkDefinition, statedType } from './definition.ts';
import type { CoreException, CoreItem } from './forms/core.ts';
import type { Layers } from './layers.ts';
import type { Entity, Names } from './names.ts';
import type { PointRegistry } from './points.ts';
import { distinctAddresses } from './points.ts';
import { namedParts, paysForPerson } from './posting.ts';
import type { Settings } from './settings.ts';
import type { AccumulatorType, Law } from './site.ts';
import type { SymbolRecorder } from './symbols.ts';
import { targetOf } from './target.ts';
import { fits } from './types.ts';

/** What all versions of a policy share. */
export interface Shared {
  readonly policy: string;
  readonly settings: Settings;
  readonly points: PointRegistry;
  readonly citations: CitationRegistry;
  readonly symbols: SymbolRecorder;
  /** Policies that 引用 may name. */
  readonly layers: Layers;
  readonly report: (diagnostic: Diagnostic) => void;
  /** The block in whose text, or in whose amendment, a place is. */
  readonly ownerOf: (span: Span) => string;
}

/** A law with all its definitions, in the order in which they were worked out. */
export interface OpenLaw extends Law {
  /** Works out everything; false when something has a finding. */
  readonly settle: () => boolean;
}

/** Expressions worked out per version at most. */
const budget = 200_000;
const halfUpToFen = { mode: 'halfUp', unit: 'fen' } as const;

/** Opens a version for checking. */
export function openLaw(
  shared: Shared,
  names: Names,
  core: readonly CoreItem[],
  version: Pick<EffectivePolicy, 'id' | 'provenance'>,
  stretches: () => readonly Stretch[] = () => [],
): OpenLaw {
  const { report, settings } = shared;
  const results = new Map<string, readonly DefinitionModel[] | 'working' | 'refused'>();
  const stated = new Map<string, Type | undefined>();
  const accumulators = new Map<string, AccumulatorType | undefined>();
  const provisional = new Map<string, { readonly type: AccumulatorType; used: boolean }>();
  const bands = new Map<string, CheckedBands | undefined>();
  /** Accumulators and bands being worked out: one met again reads itself. */
  const inWork = new Set<Entity>();
  const stack: Named[] = [];
  const exceptions = new Map<string, CoreException[]>();
  const postings = core.filter((item) => item.kind === 'formPosting');

  const named = (address: string): Named | undefined => {
    const known = names.entities.get(address);
    const entity = known?.kind === 'input' ? names.computed.get(address) : known;
    return entity?.kind === 'definition' || entity?.kind === 'parameter' || entity?.kind === 'made' || entity?.kind === 'posting'
      ? entity
      : undefined;
  };
  const statedOf = (entity: Named): Type | undefined => {
    if (!stated.has(entity.name)) stated.set(entity.name, statedType(entity, law));
    return stated.get(entity.name);
  };
  const workOut = (entity: Named): readonly DefinitionModel[] | undefined => {
    const known = results.get(entity.name);
    if (known === 'refused' || known === 'working') return undefined;
    if (known) return known;
    results.set(entity.name, 'working');
    stack.push(entity);
    const made = checkDefinition(entity, {
      law,
      rounding: settings.rounding ?? halfUpToFen,
      exceptions: exceptions.get(entity.name) ?? [],
    });
    stack.pop();
    results.set(entity.name, made ?? 'refused');
    return made;
  };

  const law: OpenLaw = {
    policy: shared.policy,
    names,
    points: shared.points,
    pointAddress: distinctAddresses(),
    citations: shared.citations,
    symbols: shared.symbols,
    report,
    typeOf(address) {
      const entity = named(address);
      if (!entity) return undefined;
      const declared = statedOf(entity);
      if (results.get(address) === 'working') {
        if (declared || entity.kind !== 'made') return declared;
        const ring = stack.slice(stack.indexOf(entity));
        report(cycle({ ring: ring.map((one) => ({ name: one.name, span: one.span })) }));
        return undefined;
      }
      const made = workOut(entity);
      return made?.at(-1)?.type ?? declared;
    },
    modelOf(address) {
      const entity = named(address);
      return entity && workOut(entity)?.at(-1);
    },
    accumulatorType(name) {
      const waiting = provisional.get(name);
      if (waiting) {
        waiting.used = true;
        return waiting.type;
      }
      const entity = names.entities.get(name);
      if (entity && inWork.has(entity)) report(kindUnclear({ name, span: entity.span }));
      if (accumulators.has(name) || entity?.kind !== 'accumulator') return accumulators.get(name);
      inWork.add(entity);
      accumulators.set(name, undefined);
      const found = entity.of
        ? accumulatorElsewhere(name, entity.node, entity.of, law)
        : accumulatorType(entity, law, (guess) => provisional.set(name, { type: guess, used: false }));
      const guess = provisional.get(name);
      provisional.delete(name);
      if (found && guess?.used && !fits(found.type, guess.type.type)) report(kindUnclear({ name, span: entity.span }));
      // Who read it meanwhile took it for the guess, which is the same or wider.
      const type = found && guess?.used ? guess.type : found;
      inWork.delete(entity);
      accumulators.set(name, type);
      return type;
    },
    bandsOf(name) {
      const entity = names.entities.get(name);
      if (entity && inWork.has(entity)) report(recursion({ name, span: entity.span }));
      if (!bands.has(name) && entity?.kind === 'bands') {
        inWork.add(entity);
        bands.set(name, undefined);
        bands.set(name, checkBands(entity.node, law));
        inWork.delete(entity);
      }
      return bands.get(name);
    },
    versionDay: settings.versionDay?.field.names[0]?.text,
    periodDay: settings.periodDay?.field.names[0]?.text,
    paidForPerson: postings.filter((posting) => paysForPerson(posting, names.entities)).map((posting) => posting.address),
    partsOf: new Map(postings.map((posting) => [posting.address, namedParts(posting)])),
    tables: [],
    contests: [],
    citedBy: (expression) => version.provenance.get(expression)?.citations,
    version: version.id,
    stretches,
    borrowed: new Map(),
    budget: { left: budget },
    lengths: new WeakMap(),
    settle() {
      let whole = true;
      for (const entity of names.entities.values()) {
        if (entity.kind === 'bands') whole = law.bandsOf(entity.name) !== undefined && whole;
        if (entity.kind === 'accumulator') whole = law.accumulatorType(entity.name) !== undefined && whole;
        if (entity.kind === 'function') whole = checkFunction(entity, law) && whole;
        const one = named(entity.name);
        if (one) whole = workOut(one) !== undefined && whole;
      }
      return whole;
    },
    models: () =>
      new Map([
        ...[...results.values()].flatMap((made) => (typeof made === 'string' ? [] : made)).map((model) => [model.address, model] as const),
        ...law.borrowed,
      ]),
  };
  collectExceptions(core, names, exceptions, law);
  return law;
}

function collectExceptions(core: readonly CoreItem[], names: Names, exceptions: Map<string, CoreException[]>, law: Law): void {
  for (const item of core) {
    if (item.kind !== 'coreException') continue;
    const address = targetOf(item, names, law);
    if (address === undefined) continue;
    exceptions.set(address, [...(exceptions.get(address) ?? []), item]);
  }
}
