import { openWord } from '../loop/manual.ts';
import { layout } from '../store/layout.ts';
import type { Language } from '../store/preferences.ts';
import { selection } from '../store/selection.ts';
import type { SamplePatient } from '../store/simulation.ts';
import { simulation } from '../store/simulation.ts';
import type { ClauseDocument, KeywordPage } from '../worker/protocol.ts';
import type { Entry } from './palette-entries.ts';

/** Sentences of the document beside the rules; `matched` without spaces, as a document may break a word anywhere. */
export function clauseEntries(
  found: ClauseDocument | undefined,
  files: Readonly<Record<string, { readonly text: string }>>,
): readonly Entry[] {
  const text = found && files[found.path]?.text;
  if (!found || text === undefined) return [];
  const name = (found.path.split('/').at(-1) ?? '').replace(/\.txt$/u, '');
  return found.clauses.map(({ start, end }): Entry => {
    const sentence = text.slice(start, end);
    return {
      id: `q${start}`,
      label: sentence.length > 48 ? `${sentence.slice(0, 48)}…` : sentence,
      note: name,
      icon: 'document',
      keys: undefined,
      matched: [sentence.replace(/\s/gu, '').toLowerCase()],
      run: () => {
        layout.setState({ view: 'write', documentOpen: true });
        selection.setState({ clause: { file: found.path, start, end }, rule: undefined, address: undefined });
      },
    };
  });
}

/** The sample patients on the desk. */
export const patientEntries = (patients: readonly SamplePatient[]): readonly Entry[] =>
  patients.map(
    ({ id, name, policy, encounters }): Entry => ({
      id: `p${id}`,
      label: name,
      note: policy,
      icon: 'person',
      keys: undefined,
      matched: [name.toLowerCase()],
      run: () => {
        simulation.setState({ patientId: id, encounterId: encounters.at(-1)?.id });
        layout.setState({ view: 'simulate' });
      },
    }),
  );

const PREFIX = { zh: '词条', en: 'keyword' } as const;

/** The pages of the keywords: "词条 起付线", "qfx", "deductible". */
export const wordEntries = (pages: readonly KeywordPage[], language: Language): readonly Entry[] =>
  pages.map(
    ({ id, name, initials }): Entry => ({
      id: `w${id}`,
      label: `${PREFIX[language]} ${name[language]}`,
      note: name[language === 'zh' ? 'en' : 'zh'],
      icon: 'info',
      keys: undefined,
      matched: [
        `${PREFIX.zh} ${name.zh}`,
        `${PREFIX.zh}${name.zh}`,
        `${PREFIX.en} ${name.en}`.toLowerCase(),
        name.zh,
        name.en.toLowerCase(),
        ...initials.split(' ').flatMap((one) => [`ct ${one}`, one]),
      ],
      run: () => openWord(id),
    }),
  );
