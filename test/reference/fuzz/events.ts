/** Streams of events on a policy: a few people over two years, amounts and days at every boundary, reversals, corrections, late arrivals. */
import type { InputModel, Type } from '../../../language/model/types.ts';
import { daysAfter, monthsAfter } from '../calendar.ts';
import { fraction } from '../number.ts';
import type { Event } from '../walk.ts';
import type { Item, Worth } from '../worth.ts';
import { isNumber } from '../worth.ts';
import type { Dice } from './dice.ts';
import type { Interest } from './interest.ts';
import { placed } from './places.ts';
import type { Subject } from './subject.ts';

const PEOPLE = ['甲', '乙', '丙'];
const HOUR = 3_600_000;
const fen = (amount: bigint): Worth => fraction(amount, 100n);

/** Draws events for one stream; `held` are the amounts in the cells now, in fen. */
export class Stream {
  private readonly subject: Subject;
  private readonly interest: Interest;
  private readonly dice: Dice;
  private readonly people = new Map<string, Record<string, Worth>>();
  private readonly settled: Event[] = [];
  private day: Date;
  private at = 0;
  /** The time drawn last. */
  private clock: number | undefined;

  constructor(subject: Subject, interest: Interest, dice: Dice) {
    this.subject = subject;
    this.interest = interest;
    this.dice = dice;
    this.day = this.lawfulDay();
  }

  next(held: readonly bigint[], standing: ReadonlySet<string>): Event {
    const { dice } = this;
    this.at += 1;
    const id = String(this.at);
    if (this.settled.length > 1 && dice.once(12)) {
      const booked = this.settled.filter((one) => standing.has(one.id));
      const of = dice.pick(booked.length > 0 && !dice.once(20) ? booked : this.settled);
      if (dice.once(2)) return { id, of: of.id, kind: 'reverse', stated: { fields: {}, lists: {} } };
      const drawn = this.visit(held, of.stated.fields[this.subject.policy.subject]);
      const kept = dice.some(Object.entries(drawn.fields), 1);
      const lists = dice.once(2) ? drawn.lists : {};
      return { id, of: of.id, kind: 'correct', stated: { fields: Object.fromEntries(kept), lists } };
    }
    const event: Event = {
      id,
      kind: 'settle',
      stated: this.visit(held),
      ...(dice.once(10) ? { knownOn: this.near(this.lawfulDay()) } : {}),
    };
    this.settled.push(event);
    return event;
  }

  /** A day on or beside one that the law speaks of, a turn of a period, or any day near the last. */
  private near(day: Date): Date {
    return this.dice.once(3) ? daysAfter(day, this.dice.between(-1, 1)) : daysAfter(day, this.dice.between(-400, 400));
  }

  private lawfulDay(): Date {
    const { dice } = this;
    const known = this.interest.days.filter((day) => day.getUTCFullYear() > 1990);
    const day = known.length > 0 ? dice.pick(known) : new Date(Date.UTC(2023, 0, 1));
    return daysAfter(day, dice.once(2) ? dice.between(-1, 1) : dice.between(0, 500));
  }

  private move(): Date {
    const { dice } = this;
    const turn = new Date(Date.UTC(this.day.getUTCFullYear() + 1, dice.once(2) ? 0 : dice.below(12), 1));
    const roll = dice.below(20);
    // Sometimes an event arrives late.
    if (roll === 0) return daysAfter(this.day, -dice.between(1, 200));
    if (roll === 1) this.day = daysAfter(turn, dice.between(-1, 0));
    else if (roll === 2) this.day = this.lawfulDay();
    else if (roll < 12) this.day = daysAfter(this.day, dice.between(0, 3));
    else if (roll < 18) this.day = daysAfter(this.day, dice.between(0, 40));
    return this.day;
  }

  private visit(held: readonly bigint[], subject?: Worth): Event['stated'] {
    const { dice } = this;
    const { policy, layers, stated } = this.subject;
    const days = new Set([policy, ...layers].flatMap((one) => [one.versionDay, one.periodDay]));
    const day = this.move();
    const who = subject ?? dice.pick(PEOPLE);
    const key = String(who);
    const computed = new Set([policy, ...layers].flatMap(({ versions }) => versions.flatMap((one) => one.computed)));
    const made = new Set(
      [policy, ...layers].flatMap(({ versions }) =>
        versions.flatMap((one) => one.computedItems.map(({ list, field }) => `${list} ${field}`)),
      ),
    );
    const totals = new Set([policy, ...layers].flatMap(({ bill }) => bill?.total ?? []));
    const parts = [policy, ...layers].flatMap(({ bill }) => bill?.parts ?? []);
    const person = this.people.get(key) ?? {};
    this.people.set(key, person);
    const fields: Record<string, Worth> = {};
    let mainPart = true;
    for (const input of stated.inputs) {
      const { name } = input;
      if ([policy, ...layers].some((one) => one.subject === name)) fields[name] = who;
      else if (days.has(name)) fields[name] = dice.once(12) ? this.near(day) : day;
      else if (totals.has(name)) continue;
      else if (computed.has(name)) {
        if (dice.once(40)) fields[name] = this.draw(input, held, day);
      } else if (parts.includes(name)) {
        fields[name] = mainPart || dice.once(4) ? this.amount(held) : fen(0n);
        mainPart = false;
      } else {
        const steady = input.type.kind !== 'money' && input.type.kind !== 'fen' && input.asOf !== undefined;
        if (person[name] === undefined || !steady || dice.once(6)) person[name] = this.draw(input, held, day);
        fields[name] = person[name] as Worth;
      }
      if (dice.once(input.type.kind === 'set' ? 120 : 2500) || (input.optional && dice.once(3))) delete fields[name];
    }
    const total = policy.bill?.total;
    if (total !== undefined && dice.once(10)) {
      const sum = (policy.bill?.parts ?? []).reduce((all, part) => all + fenIn(fields[part]), 0n);
      fields[total] = fen(dice.once(8) ? sum + 1n : sum);
    }
    const staying = policy.versions.some(({ splits, joins }) => splits.length > 0 || joins.length > 0);
    const lists = Object.fromEntries(
      stated.lists.flatMap(({ name, fields: own }) => {
        if (dice.once(150)) return [];
        const least = staying && !dice.once(12) ? 1 : 0;
        const items = Array.from({ length: Math.max(least, dice.below(5)) }, (): Item => {
          const stated_ = own.filter(
            (field) => !(made.has(`${name} ${field.name}`) && !dice.once(40)) && !(field.optional && dice.once(3)),
          );
          const item = stated_.map((field) => [field.name, this.draw(field, held, day)] as const);
          return Object.fromEntries(item.filter(() => !dice.once(1500)));
        });
        return [[name, items] as const];
      }),
    );
    const before = this.settled.flatMap(({ stated: one }) => (one.fields[policy.subject] === who ? [one] : [])).slice(-4);
    return placed(this.subject, this.interest, dice, { fields, lists }, before);
  }

  /** An amount at a boundary, a fen below or above it, or any. */
  private amount(held: readonly bigint[]): Worth {
    const { dice, interest } = this;
    if (dice.once(25)) return fen(BigInt(dice.below(3)));
    const top = [...interest.amounts, 200_000n].toSorted((a, b) => (a < b ? 1 : -1))[0] ?? 0n;
    const capped = top > 2_000_000_00n ? 2_000_000_00n : top;
    if (dice.once(3) || interest.amounts.length === 0)
      return fen((capped * BigInt(dice.between(0, 15_000))) / 10_000n + BigInt(dice.below(100)));
    let amount = dice.pick(interest.amounts);
    if (held.length > 0 && dice.once(2)) amount -= dice.pick(held);
    if (interest.ratios.length > 0 && dice.once(3))
      amount = (amount * 10_000n + dice.pick(interest.ratios) - 1n) / dice.pick(interest.ratios);
    if (dice.once(2)) amount += dice.pick(interest.amounts);
    amount += BigInt(dice.between(-1, 1));
    return fen(amount < 0n ? BigInt(dice.below(100_000)) : amount > 5_000_000_00n ? 5_000_000_00n : amount);
  }

  private draw(input: InputModel, held: readonly bigint[], day: Date): Worth {
    const { dice, interest } = this;
    const { type } = input;
    switch (type.kind) {
      case 'money':
      case 'fen':
        return this.amount(held);
      case 'enum':
        return dice.pick(dice.once(6) ? type.values : (interest.values.get(input.name) ?? type.values));
      case 'set':
        return dice.some(type.values);
      case 'bool':
        return dice.once(2);
      case 'time':
        return this.time(day);
      case 'text':
        return dice.pick([...PEOPLE, ...interest.texts]);
      case 'date': {
        const months = interest.integers.length > 0 && dice.once(2) ? Number(dice.pick(interest.integers)) : dice.below(40);
        const back = dice.once(3) ? months * 12 : months;
        return dice.once(5) ? this.near(day) : daysAfter(monthsAfter(day, -Math.min(back, 1200)), dice.between(-1, 1));
      }
      case 'ratio':
      case 'points':
        return fraction(BigInt(dice.below(101)), 100n);
      case 'number':
        return fraction(BigInt(dice.below(500)), dice.once(2) ? 1n : 100n);
      case 'months':
      case 'days':
        return fraction(this.whole(type));
      case 'integer':
        return fraction(this.whole(type));
    }
  }

  /** A time of a day, or so many hours after the one drawn before it; a second, a minute and an hour beside it too. */
  private time(day: Date): string {
    const { dice, interest } = this;
    const hours = interest.integers.length > 0 && dice.once(2) ? Number(dice.pick(interest.integers)) % 2000 : dice.below(100);
    const start = day.getTime() + dice.pick([0, 8 * HOUR, HOUR * 24 - 1000]);
    const at = this.clock === undefined || dice.once(2) ? start : this.clock + hours * HOUR;
    this.clock = at + dice.pick([0, 0, 0, 1000, -1000, 60_000, -HOUR]);
    const text = new Date(this.clock).toISOString().slice(0, 19).replace('T', ' ');
    return text.endsWith(':00') ? text.slice(0, -3) : text;
  }

  private whole(type: Type): bigint {
    const { dice, interest } = this;
    const low = type.kind === 'integer' && type.min !== undefined ? type.min : 0n;
    const high = type.kind === 'integer' && type.max !== undefined ? type.max : low + 40n;
    const near =
      interest.integers.length > 0 && dice.once(2)
        ? dice.pick(interest.integers) + BigInt(dice.between(-1, 1))
        : low + BigInt(dice.below(8));
    return near < low ? low : near > high ? high : near;
  }
}

const fenIn = (worth: Worth | undefined): bigint => (worth !== undefined && isNumber(worth) ? (worth.over * 100n) / worth.under : 0n);
