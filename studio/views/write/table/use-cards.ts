import { useMemo, useRef } from 'react';
import type { Sheet } from '../../../../language/sheets/sheet.ts';
import { useLater } from '../../../loop/use-later.ts';
import { analysis } from '../../../store/analysis.ts';
import type { SheetsState } from '../../../store/sheets.ts';
import { sheets } from '../../../store/sheets.ts';
import { useUnseen } from '../use-unseen.ts';
import type { Card, Cards } from './cards.ts';
import { cardsOf, sameCard } from './cards.ts';
import type { Found } from './found.ts';
import { findingIn, NOTHING, sameFound } from './found.ts';

const whole = (state: SheetsState): SheetsState => state;
const NONE: readonly never[] = [];

export interface FileCards extends Cards {
  readonly read: NonNullable<SheetsState['read']>;
  /** A sheet alone, whether it has a card of its own or stands below a line of another. */
  readonly alone: (id: string) => Card | undefined;
}

/** The open file as cards. A card is the same object while nothing of it is shown otherwise, wherever in the text it stands now. */
export function useCards(): FileCards | undefined {
  const { version, read, placed, lost } = useLater(sheets, whole);
  const analysed = useLater(analysis, (now) => now.version);
  const diagnostics = useLater(analysis, (now) => now.analysis?.diagnostics) ?? NONE;
  const citations = useLater(analysis, (now) => now.analysis?.citations) ?? NONE;
  const unseen = useUnseen();
  /** What was found in each sheet, and the cards of each, as they were last. */
  const before = useRef({ file: '', found: new Map<string, Found>(), cards: new Map<string, Card>() }).current;
  return useMemo(() => {
    if (!read) return undefined;
    if (before.file !== read.file) {
      before.file = read.file;
      before.found.clear();
      before.cards.clear();
    }
    const ask = findingIn({ file: read.file, diagnostics, citations, unseen });
    const finding = (sheet: Sheet, without: readonly Sheet[]): Found => {
      const known = before.found.get(sheet.id);
      // Findings of another text than the sheet’s would be put into the wrong cells: those it had stay until both are of one text.
      if (analysed !== version) return known ?? NOTHING;
      const found = ask(sheet, without);
      const kept = known && sameFound(known, found) ? known : found;
      before.found.set(sheet.id, kept);
      return kept;
    };
    const keep = (card: Card): Card => {
      const known = before.cards.get(card.sheet.id);
      const kept = known && sameCard(known, card) ? known : card;
      before.cards.set(card.sheet.id, kept);
      return kept;
    };
    const { rules, ground } = cardsOf(read, lost, placed, finding);
    const cards: Cards = { rules: rules.map(keep), ground: ground.map(keep) };
    const alone = (id: string): Card | undefined => {
      const at = placed.find(({ sheet }) => sheet.id === id);
      return at && { ...at, found: before.found.get(id) ?? NOTHING, lost: false, below: {} };
    };
    return { ...cards, read, alone };
  }, [version, read, placed, lost, analysed, diagnostics, citations, unseen, before]);
}
