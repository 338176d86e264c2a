/** One circumstance changed: in words, and as the patient it makes. What comes of it is settled elsewhere. */
import type { Answer, Yuan } from '../../../runtime/answer.ts';
import type { SampleEncounter, SamplePatient } from '../../store/simulation.ts';
import { standsAlone } from '../../store/simulation.ts';
import { compareMoney } from '../../strings/money.ts';
import type { Say } from '../../strings/strings.ts';
import type { Change, PolicySummary, WhatIfQuestion } from '../../worker/protocol.ts';
import { balanced } from './bill.ts';
import { formOf, isEventDay } from './form.ts';
import { shownValue } from './select.ts';
import type { simulateWords } from './strings.ts';

/** Which fields are the person's, and which days move with the visit. */
export const questionOf = (summary: PolicySummary): WhatIfQuestion => ({
  personal: formOf(summary).person.map(({ name }) => name),
  days: [
    summary.versionDay,
    ...summary.inputs
      .filter((field) => field.type.kind === 'date' && field.name !== summary.versionDay && isEventDay(field, summary))
      .map(({ name }) => name),
  ],
});

/** The patient with one circumstance of a visit changed. */
export function applied(patient: SamplePatient, visit: SampleEncounter, change: Change, summary: PolicySummary): SamplePatient {
  const at = patient.encounters.indexOf(visit);
  const withVisit = (next: SampleEncounter): SamplePatient => ({
    ...patient,
    encounters: patient.encounters.map((one) => (one === visit ? next : one)),
  });
  switch (change.kind) {
    case 'alone':
      return { ...patient, encounters: patient.encounters.filter((one, index) => index >= at && !refersBefore(one, patient, at)) };
    case 'rule':
      return patient;
    case 'day': {
      const days = new Set(questionOf(summary).days);
      const was = visit.fields[summary.versionDay];
      const fields = Object.entries(visit.fields).map(([name, value]) => [name, days.has(name) && value === was ? change.day : value]);
      return withVisit({ ...visit, fields: Object.fromEntries(fields) });
    }
    case 'value':
    case 'boundary': {
      const changed = (one: SampleEncounter): SampleEncounter => {
        const next = { ...one, fields: { ...one.fields, [change.field]: change.value } };
        const { bill } = summary;
        return bill?.parts.includes(change.field) ? balanced({ ...next, gap: bill.total }, bill) : next;
      };
      if (!change.person) return withVisit(changed(visit));
      const whose = visit.person ?? patient.name;
      return {
        ...patient,
        encounters: patient.encounters.map((one, index) =>
          standsAlone(one) && (one.person ?? patient.name) === whose && (index <= at || one.fields[change.field] !== undefined)
            ? changed(one)
            : one,
        ),
      };
    }
  }
}

const refersBefore = ({ reverses, corrects }: SampleEncounter, { encounters }: SamplePatient, at: number): boolean => {
  const of = reverses ?? corrects;
  return of !== undefined && encounters.findIndex((one) => one.id === of) < at;
};

/** "人员类别一直是退休" */
export function changeText(change: Change, visit: SampleEncounter, say: Say<(typeof simulateWords)['book']>): string {
  switch (change.kind) {
    case 'alone':
      return say('ifAlone');
    case 'rule':
      return change.what === 'used'
        ? say('ifNotCounted', { rule: /\[(.+)\]$/.exec(change.address)?.[1] ?? change.address })
        : say('ifNoRule', { rule: change.address });
    case 'day': {
      const was = Object.values(visit.fields).find((value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value));
      return say(typeof was === 'string' && was < change.day ? 'ifDayAfter' : 'ifDay', { day: change.day });
    }
    case 'value':
    case 'boundary': {
      const { field, value } = change;
      const before = visit.fields[field];
      if (Array.isArray(value) && Array.isArray(before)) {
        const [added] = value.filter((one) => !before.includes(one));
        const [gone] = before.filter((one) => !value.includes(one));
        if (added !== undefined) return say('ifWith', { field, value: added });
        if (gone !== undefined) return say('ifWithout', { field, value: gone });
      }
      return say(change.person ? 'ifPerson' : 'ifVisit', { field, value: shownValue(value, say) });
    }
  }
}

/** The one figure by which results are compared: what the funds pay, else what is paid or due. */
export const figureOf = ({ totals, sums }: Pick<Answer, 'totals' | 'sums'>): Yuan | undefined =>
  totals?.funds ?? (sums === undefined ? undefined : sums.entry === 'contribution' ? sums.due : sums.paid);

/** +1, 0 or −1 for more, as much, or less than now. */
export const signAgainst = (other: Yuan, now: Yuan): number => compareMoney(other, now);
