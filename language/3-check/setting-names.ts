import { notASubject } from '../diagnostics/entries.ts';
import { noBill, noPerson } from '../diagnostics/inputs.ts';
import { notInherited } from '../diagnostics/names.ts';
import { notDateField } from '../diagnostics/settings.ts';
import type { Shared } from './law.ts';
import type { Entity } from './names.ts';
import { PERSON } from './settings.ts';
import type { Law } from './site.ts';

/** What the settings name must be there: date fields, the bill, the person. */
export function reportSettings({ settings, report, symbols }: Shared, law: Law, bill: boolean): void {
  const { entities } = law.names;
  const dates = [...entities.values()].filter((entity) => entity.kind === 'input' && entity.input.type.kind === 'date');
  const lines = [
    ['版本日', settings.versionDay],
    ['归属日', settings.periodDay],
  ] as const;
  const anchor = settings.versionDay?.span ?? settings.periodDay?.span;
  for (const [line, setting] of lines) {
    if (!setting) continue;
    const name = setting.field.names.map((one) => one.text).join('.');
    const entity: Entity | undefined = entities.get(name);
    const vocabulary = law.names.uninherited.get(name);
    if (entity && dates.includes(entity)) symbols.referPath(setting.field, entity);
    else if (!entity && vocabulary)
      report(notInherited({ name, vocabulary: vocabulary.vocabulary, list: vocabulary.list, span: setting.field.span }));
    else report(notDateField({ line, name, dates: dates.map((one) => one.name), span: setting.field.span }));
  }
  const subject = settings.subject?.field;
  const person = entities.get(subject?.names[0]?.text ?? PERSON);
  if (!anchor || settings.inheritedOnly) return;
  if (settings.entry === 'settlement' && !bill) report(noBill({ span: anchor }));
  if (person?.kind === 'input' && person.input.type.kind === 'text') {
    if (subject) symbols.referPath(subject, person);
  } else if (subject) {
    const texts = [...entities.values()].flatMap((one) => (one.kind === 'input' && one.input.type.kind === 'text' ? [one.name] : []));
    report(notASubject({ name: subject.names.map((one) => one.text).join('.'), texts, span: subject.span }));
  } else report(noPerson({ span: anchor }));
}
