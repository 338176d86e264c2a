/** What an event that comes in is to be settled as, beside those that are booked: alone, in parts, or with visits that become part of it. */
import type { PolicyModel, VersionModel } from '../../language/model/types.ts';
import type { Booked } from './books.ts';
import type { Asked } from './expression.ts';
import type { Stated } from './kept.ts';
import { walkLayer } from './layer.ts';
import { order, plus } from './number.ts';
import { joins, partsOf } from './stays.ts';
import { lawsOn, unsettleable } from './worlds.ts';
import type { Worth } from './worth.ts';
import { Gap, gapIn, number, Unread, ZERO } from './worth.ts';

/** Stays of one policy. */
export class Stays {
  private readonly policy: PolicyModel;
  private readonly layers: readonly PolicyModel[];
  private readonly given: ReadonlyMap<string, Worth>;

  constructor(policy: PolicyModel, layers: readonly PolicyModel[], given: ReadonlyMap<string, Worth>) {
    this.policy = policy;
    this.layers = layers;
    this.given = given;
  }

  /** Whether what a stay states of its bill, without the visits that it takes in, is what its parts come to. */
  agree({ fields }: Stated, parts: readonly Stated[], knownOn: Date | undefined): boolean {
    const { bill, versions } = this.policy;
    return [...(bill ? [bill.total, ...bill.parts] : [])].every((name) => {
      const given = fields[name];
      // Where no law holds there is a total, and nobody works out its parts.
      const worths = parts.flatMap((one) => {
        const version = lawsOn(this.policy, one, knownOn).versions[0] ?? (name === bill?.total ? versions[0] : undefined);
        return version ? [this.asking(version, one).field(name)] : [];
      });
      if (given === undefined || worths.length === 0 || gapIn(...worths)) return true;
      return order(number(given), worths.map(number).reduce(plus, ZERO)) === 0;
    });
  }

  /** The law of an event, and what may be asked of it before it is settled. */
  lookInto(stated: Stated, knownOn: Date | undefined): { readonly version: VersionModel; readonly asked: Asked } | undefined {
    if (unsettleable(this.layers, stated)) return undefined;
    const [version] = lawsOn(this.policy, stated, knownOn).versions;
    return version && { version, asked: this.asking(version, stated) };
  }

  private asking(version: VersionModel, stated: Stated): Asked {
    const books = { entries: [], given: this.given, read: (): void => undefined };
    const { asked } = walkLayer({ policy: this.policy, version, stated, books, supposed: new Map(), below: [], asking: new Set() });
    if (!asked) throw new Unread('nothing to ask');
    return asked;
  }

  /** What a visit states, with what its own law works out of it; on a day without law what the policy's first law does. */
  seen({ stated, event }: Booked): { readonly stated: Stated; readonly asked: Asked } {
    const [version = this.policy.versions[0]] = lawsOn(this.policy, stated, event.knownOn).versions;
    if (!version) throw new Unread('a visit without law');
    return { stated, asked: this.asking(version, stated) };
  }

  /** Places of the visits that become part of a stay. */
  fitting(
    own: { readonly version: VersionModel; readonly asked: Asked },
    stated: Stated,
    knownOn: Date | undefined,
    booked: readonly Booked[],
  ): readonly number[] | Gap {
    const { subject } = this.policy;
    const found: number[] = [];
    for (const [at, one] of booked.entries()) {
      if (one.voided || one.partOf !== undefined || one.took !== undefined || one.stated.fields[subject] !== stated.fields[subject])
        continue;
      if (lawsOn(this.policy, one.stated, knownOn).versions.length === 0) continue;
      const fits = own.version.joins.map((line) => joins(line, this.asking(own.version, one.stated), own.asked));
      const gap = gapIn(...fits);
      if (gap && !fits.includes(true)) return gap;
      if (fits.includes(true)) found.push(at);
    }
    return found;
  }

  /** What as corrected would be split, or take others in. */
  changed(booked: readonly Booked[], at: number, stated: Stated): boolean {
    const is = booked[at];
    if (!is) return false;
    const own = this.lookInto(stated, is.event.knownOn);
    if (own && partsOf(own.version, this.policy, own.asked, stated) !== 'whole') return true;
    const before = own ? this.fitting(own, stated, is.event.knownOn, booked.slice(0, at)) : [];
    return before instanceof Gap || before.length > 0;
  }

  /** What as corrected would be taken in by a stay that came later. */
  takenLater(booked: readonly Booked[], at: number, stated: Stated): boolean {
    const is = booked[at];
    if (!is) return false;
    const corrected = { ...is, stated };
    return booked.slice(at + 1).some((one) => {
      // Of a stay in parts it is the first that takes visits in.
      const first = one.partOf === undefined || one.event.id === `${one.partOf}/1`;
      const later = one.voided || !first ? undefined : this.lookInto(one.stated, one.event.knownOn);
      const taken = later ? this.fitting(later, one.stated, one.event.knownOn, [corrected]) : [];
      return taken instanceof Gap || taken.length > 0;
    });
  }
}
