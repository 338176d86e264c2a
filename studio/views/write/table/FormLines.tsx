import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { CellKind, FormLine, Sheet } from '../../../../language/sheets/sheet.ts';
import { step } from '../../../loop/tables.ts';
import { saving } from '../../../store/saving.ts';
import { selection } from '../../../store/selection.ts';
import { sheetNow } from '../../../store/sheets.ts';
import { tell } from '../../../store/told.ts';
import { useLanguage, useWords } from '../../../strings/use-words.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { lookAtCell } from '../linking.ts';
import { AddCondition } from './AddCondition.tsx';
import { CellField } from './CellField.tsx';
import type { Card, Piece } from './cards.ts';
import { grouped, piecesOf } from './cards.ts';
import { changed } from './changing.ts';
import type { Found } from './found.ts';
import { initialsOf } from './initials.ts';
import styles from './SheetCard.module.css';
import { DefinitionPen } from './SheetName.tsx';
import { cellOf, choicesOf, problemsOf, readable } from './sheet-cells.ts';
import { tableWords } from './strings.ts';
import { TableBlock } from './TableBlock.tsx';
import { useSentenceDrop } from './use-sentence-drop.ts';

interface FormLinesProps {
  readonly card: Card;
  readonly file: string;
  readonly sought: string;
  readonly onOpen: (sheet: string) => void;
}

/** A rule as a form: each line its keyword, its sentence with the values in it, and the table it rests on. */
export function FormLines({ card, file, sought, onOpen }: FormLinesProps) {
  const { sheet, text, below, lost, found } = card;
  // What is cited stands in the card's head.
  const lines = (sheet.lines ?? []).filter(({ kind }) => kind !== 'citation');
  const say = useWords(tableWords);
  return (
    <dl className={styles.lines}>
      {lines.map((line) => {
        const table = below[line.row];
        const mark = found.marks?.row(sheet.rows.findIndex(({ id }) => id === line.row));
        return (
          <Line key={line.row} word={line.word} file={file} offsetNow={lost ? undefined : () => placeNow(sheet, line, table?.sheet)}>
            <Sentence sheet={sheet} line={line} file={file} text={text} found={found} lost={lost}>
              {table && !lost ? <DefinitionPen sheet={table.sheet} file={file} /> : null}
            </Sentence>
            {mark === undefined ? null : (
              <small className={styles[mark]}>
                <Icon name={mark} size={14} /> {say(mark)}
              </small>
            )}
            {table ? <TableBlock shown={table} file={file} lost={lost} sought={sought} onOpen={onOpen} /> : null}
          </Line>
        );
      })}
    </dl>
  );
}

/** Where a sentence that is dropped on a line belongs: to the definition that the line rests on, else to the line. */
const placeNow = (sheet: Sheet, line: FormLine, table: Sheet | undefined): number | undefined =>
  (table && table.parent === undefined ? sheetNow(table.id)?.sheet.nameRange?.start : undefined) ??
  sheetNow(sheet.id)?.sheet.rows.find(({ id }) => id === line.row)?.start;

/** A line of a form; a sentence of the notice can be dropped on it. */
function Line({
  word,
  file,
  offsetNow,
  children,
}: {
  readonly word: string;
  readonly file: string;
  readonly offsetNow: (() => number | undefined) | undefined;
  readonly children: ReactNode;
}) {
  const { over, drop } = useSentenceDrop(file, offsetNow);
  return (
    <div className={classes(styles.line, over && styles.over)} {...drop}>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface SentenceProps {
  readonly sheet: Sheet;
  readonly line: FormLine;
  readonly file: string;
  readonly text: string;
  readonly found: Found;
  readonly lost: boolean;
  readonly children: ReactNode;
}

function Sentence({ sheet, line, file, text, found, lost, children }: SentenceProps) {
  const say = useWords(tableWords);
  const language = useLanguage();
  const readOnly = useStore(saving, (now) => now.elsewhere) || lost;
  const looked = useStore(selection, (now) => (now.cell?.sheet === sheet.id && now.cell.row === line.row ? now.cell.column : undefined));
  const row = sheet.rows.findIndex(({ id }) => id === line.row);
  const problem = problemsOf(sheet, found.errors, (words) => words[language]);
  const one = (piece: Piece) => {
    if (piece.col === undefined) return <span key={piece.key}>{piece.words}</span>;
    const cell = cellOf(sheet, text, row, piece.col);
    if (!cell) return null;
    const column = sheet.columns[piece.col]?.id ?? '';
    const at = { sheet: sheet.id, row: line.row, column };
    const editable = !readOnly && cell.allowed?.editable === true;
    return (
      <CellField
        key={piece.key}
        label={[sheet.title, line.word, cell.written].join(', ')}
        written={cell.written}
        shown={readable(cell.written)}
        face={FACES[cell.kind] ?? 'value'}
        open={cell.kind === 'open' || cell.kind === 'assumed'}
        looked={looked === column}
        problem={problem(row, piece.col)}
        {...(editable ? choicesOf(cell, initialsOf) : {})}
        onLook={() => {
          if (!lost) lookAtCell({ file, ...at });
        }}
        onStep={(way) => void step(file, way)}
        onWrite={
          editable
            ? async (typed) => (await changed('write', file, { do: 'cells', changes: [{ ...at, text: typed }] }, language, say('moved')))[0]
            : undefined
        }
      />
    );
  };
  const takeOut = async (part: number): Promise<void> => {
    const change = { do: 'removeCondition', sheet: sheet.id, row: line.row, part } as const;
    const why = (await changed('write', file, change, language, say('moved')))[0];
    if (why !== undefined) tell({ zh: why, en: why });
  };
  return (
    <div className={styles.sentence}>
      {grouped(piecesOf(line, sheet, text)).map((pieces) => {
        const [first] = pieces;
        const part = first?.part;
        if (!first || part === undefined) return pieces.map(one);
        return (
          <span key={first.key} className={styles.part}>
            {pieces.map(one)}
            {readOnly ? null : <IconButton size={24} icon="differs" label={say('conditionRemove')} onClick={() => void takeOut(part)} />}
          </span>
        );
      })}
      {line.condition && !readOnly && sheet.policy !== undefined ? (
        <AddCondition file={file} policy={sheet.policy} sheet={sheet.id} row={line.row} />
      ) : null}
      {children}
    </div>
  );
}

const FACES: Readonly<Partial<Record<CellKind, 'rule' | 'words'>>> = { expression: 'rule', name: 'rule', quote: 'words', words: 'words' };
