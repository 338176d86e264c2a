import type { AmendmentRef, Citation, DayText, ParameterValue } from '../ir/types.ts';
import { shownText, valueOfLiteral } from '../ir/value.ts';
import type { CompiledPolicy, CompiledVersion } from './program.ts';

/** What makes two laws differ for an event: amendments that only one has, and values that its answer used. */
export interface Changes {
  readonly amendments: readonly Amended[];
  readonly values: readonly ChangedValue[];
}

export interface Amended {
  readonly effective?: DayText;
  readonly published?: DayText;
  readonly until?: DayText;
  readonly citations: readonly Cited[];
}

export interface Cited {
  readonly document: string;
  readonly quote: string;
}

export interface ChangedValue {
  readonly address: string;
  /** Absent when the earlier law is not at hand, has no such value, or has it open. */
  readonly before?: string;
  readonly after?: string;
  readonly citations: readonly Cited[];
}

/** What the law that settles an event again has that the law it was settled under has not. */
export function changedLaw(
  oldPolicy: CompiledPolicy | undefined,
  oldId: string | undefined,
  policy: CompiledPolicy,
  version: CompiledVersion | undefined,
  used: ReadonlySet<number>,
): Changes {
  if (!version) return { amendments: [], values: [] };
  const index = oldPolicy?.ir.versions.findIndex(({ id }) => id === oldId) ?? -1;
  const old = index >= 0 ? oldPolicy?.version(index) : undefined;
  const sentences = (citations: readonly number[]): readonly Cited[] =>
    citations.flatMap((at) => {
      const one: Citation | undefined = policy.ir.citations[at];
      return one ? [{ document: one.document, quote: one.quote }] : [];
    });
  const had = new Set(old?.ir.amendments.map(keyOf));
  const amendments = version.ir.amendments
    .filter((one) => (old ? !had.has(keyOf(one)) : !oldId?.split('+').includes(one.effective ?? '')))
    .map(
      ({ effective, published, until, citations }): Amended => ({
        ...(effective === undefined ? {} : { effective }),
        ...(published === undefined ? {} : { published }),
        ...(until === undefined ? {} : { until }),
        citations: sentences(citations),
      }),
    );
  return { amendments, values: old ? changedValues(old, version, used, sentences) : [] };
}

const keyOf = ({ effective, published, until }: AmendmentRef): string => JSON.stringify([effective, published, until]);

function changedValues(
  old: CompiledVersion,
  now: CompiledVersion,
  used: ReadonlySet<number>,
  sentences: (citations: readonly number[]) => readonly Cited[],
): readonly ChangedValue[] {
  const before = new Map(old.program.ir.parameters.map(({ address }, index) => [address, textOf(old, index)]));
  return [...used]
    .sort((a, b) => a - b)
    .flatMap((index): readonly ChangedValue[] => {
      const address = now.program.ir.parameters[index]?.address;
      if (address === undefined) return [];
      const was = before.get(address);
      const is = textOf(now, index);
      if (was === is) return [];
      return [
        {
          address,
          ...(was === undefined ? {} : { before: was }),
          ...(is === undefined ? {} : { after: is }),
          citations: sentences(now.ir.parameters[index]?.citations ?? []),
        },
      ];
    });
}

function textOf({ ir, program }: CompiledVersion, index: number): string | undefined {
  const value: ParameterValue | undefined = ir.parameters[index];
  const type = program.ir.parameters[index]?.type;
  return value === undefined || value.kind === 'open' || !type ? undefined : shownText(valueOfLiteral(value.value, type), type);
}
