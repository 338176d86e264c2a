import { useCallback, useMemo, useRef, useState } from 'react';
import { useWords } from '../../strings/use-words.ts';
import { classes } from '../classes.ts';
import { Icon } from '../Icon.tsx';
import { Live } from '../Live.tsx';
import { draftKey, withDraft } from './drafts.ts';
import { FindBar } from './FindBar.tsx';
import { FocusContext } from './focus.ts';
import styles from './Grid.module.css';
import type { GridCell, GridChange, GridColumn, GridProps } from './grid-props.ts';
import { Header } from './Header.tsx';
import { planColumns, scrollTo } from './measure.ts';
import { PastePreview } from './PastePreview.tsx';
import { Row } from './Row.tsx';
import type { GridPlace, Selected } from './selecting.ts';
import { blockOf, isBlock, single, within } from './selecting.ts';
import { gridWords } from './strings.ts';
import { useDrafts } from './use-drafts.ts';
import { useFinding } from './use-finding.ts';
import { useHands } from './use-hands.ts';
import { usePaste } from './use-paste.ts';
import { usePointed } from './use-pointed.ts';
import { useSize } from './use-size.ts';
import { useWindow } from './use-window.ts';

const HEAD_PX = 28;

/**
 * A grid of cells, worked like a spreadsheet: arrows, Tab, Enter, F2, typing replaces, Esc restores, blocks with Shift, copy and paste as
 * spreadsheets do, find and filter. Of many rows only those in sight are drawn. It keeps no values: cells are asked for, changes handed on,
 * and what was refused stays in its cell with the reason beside it.
 */
export function Grid(props: GridProps) {
  const { label, columns, rowCount, cell, groupRow, headerGroups, height = 'fill', rowHeight = 32, render } = props;
  const say = useWords(gridWords);
  const root = useRef<HTMLDivElement>(null);
  const focusWanted = useRef(false);
  const size = useSize(root);
  const fixedColumns = Math.min(props.fixedColumns ?? 1, columns.length);
  const headRows = headerGroups ? 2 : 1;
  const plan = useMemo(() => planColumns(columns, size.width, fixedColumns), [columns, size.width, fixedColumns]);
  const { finding, setFinding, rows, places } = useFinding(columns, rowCount, cell);
  const lines = rows?.length ?? rowCount;
  const rowOf = (line: number): number => rows?.[line] ?? line;
  const [chosen, choose] = useState<Selected>(single({ row: 0, col: 0 }));
  const [turn, setTurn] = useState(0);
  const [said, setSaid] = useState('');
  const drafting = useDrafts(props);
  const readOnly = props.onEdit === undefined;
  const page = Math.max(1, Math.floor((size.height - headRows * HEAD_PX) / rowHeight) - 1);
  const extent = { rows: lines, cols: columns.length, page };
  const selected: Selected = { at: within(chosen.at, extent), to: within(chosen.to, extent) };
  const block = blockOf(selected);

  const keyOf = (row: number): string => props.rowKey?.(row) ?? String(row);
  const labelOf = (row: number): string =>
    props.rowLabel?.(row) ??
    columns
      .slice(0, fixedColumns)
      .map((_, col) => cell(row, col).text)
      .join(' ');
  const drawnCell = (row: number, col: number): GridCell =>
    withDraft(cell(row, col), drafting.drafts.get(draftKey(keyOf(row), columns[col]?.key ?? '')));
  const nameOf = useCallback(
    (rowLabel: string, column: GridColumn, one: GridCell): string =>
      [...new Set([rowLabel, column.label ?? column.title, one.spoken ?? one.text]), one.note, one.mark ? say(one.mark) : '', one.problem]
        .filter(Boolean)
        .join(', '),
    [say],
  );

  const bringIntoSight = ({ row, col }: GridPlace): void => {
    const node = root.current;
    if (!node) return;
    const move = scrollTo(
      {
        top: row * rowHeight,
        height: rowHeight,
        left: plan.starts[col] ?? 0,
        width: plan.widths[col] ?? 0,
        fixed: col < fixedColumns,
      },
      {
        top: node.scrollTop,
        height: node.clientHeight,
        left: node.scrollLeft,
        width: node.clientWidth,
        head: headRows * HEAD_PX,
        fixedEnd: plan.fixedEnd,
      },
    );
    if (move.top !== undefined || move.left !== undefined) node.scrollTo(move);
  };
  const select = (next: Selected): void => {
    choose(next);
    bringIntoSight(next.to);
    const at = { row: rowOf(next.at.row), col: next.at.col };
    const area = blockOf(next);
    props.onSelect?.(at, { ...area, top: rowOf(area.top), bottom: rowOf(area.bottom) });
    if (isBlock(next)) setSaid(say('selectedBlock', { rows: area.bottom - area.top + 1, cols: area.right - area.left + 1 }));
  };
  usePointed(props.selected, rows, selected, choose, bringIntoSight);

  const submit = (changes: readonly GridChange[]): void => {
    void drafting.submit(changes).then((refusals) => {
      if (refusals.length > 0)
        setSaid(refusals.length === 1 ? (refusals[0]?.problem ?? '') : say('refusedHere', { count: refusals.length }));
    });
  };
  const { preview, setPreview, paste } = usePaste({
    selected,
    size: { rows: lines, cols: columns.length },
    rowOf,
    at: (row, col) => {
      const one = drawnCell(row, col);
      return { text: one.edit ?? one.text, editable: one.editable === true && groupRow?.(row) === undefined };
    },
    tryEdit: props.tryEdit,
    submit,
    say: setSaid,
  });

  const goToMatch = (by: 1 | -1): void => {
    const count = places.length;
    if (count === 0) return;
    const next = finding.at < 0 ? (by > 0 ? 0 : count - 1) : (finding.at + by + count) % count;
    setFinding({ ...finding, at: next });
    const place = places[next];
    if (place) select(single(place));
  };
  const focusCell = (): void => {
    focusWanted.current = true;
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>('[data-cell-input]')?.focus({ preventScroll: true }));
  };

  const hands = useHands(
    {
      selected,
      extent,
      canEdit: !readOnly,
      at: (line, col) => {
        const row = rowOf(line);
        if (groupRow?.(row)) return { text: groupRow(row)?.title ?? '', editable: false };
        const one = drawnCell(row, col);
        return { ...one, editable: one.editable === true };
      },
      select,
      write: (changes) => submit(changes.map((one) => ({ ...one, row: rowOf(one.row) }))),
      paste: (texts) => void paste(texts),
      restore: ({ row, col }) => drafting.drop(rowOf(row), col),
      open: ({ row, col }) => {
        props.onOpen?.(rowOf(row), col);
        return props.onOpen !== undefined;
      },
      own: (key, { row, col }) => props.onKey?.(key, rowOf(row), col) ?? false,
      undo: props.onUndo,
      redo: props.onRedo,
      find: props.plain
        ? undefined
        : () => {
            setFinding({ ...finding, open: true });
            setTurn(turn + 1);
          },
      say: (what, count) => setSaid(say(what, { count })),
    },
    focusWanted,
    root,
  );

  const seen = useWindow({
    scroller: root,
    lines,
    rowHeight,
    head: headRows * HEAD_PX,
    plan,
    fixedColumns,
    activeLine: selected.at.row,
    activeCol: selected.at.col,
    whole: height === 'fit',
  });
  const activeRow = rowOf(selected.at.row);
  const problem = lines > 0 && !groupRow?.(activeRow) ? drawnCell(activeRow, selected.at.col).problem : undefined;
  const waiting = [...drafting.drafts.values()].find((draft) => draft.problem !== undefined)?.problem;
  const message = problem ?? waiting;
  const hit = finding.open ? places[finding.at] : undefined;
  const sought = finding.open ? finding.sought : (props.sought ?? '');

  return (
    <FocusContext value={focusWanted}>
      <div className={classes(styles.grid, styles[height])}>
        {finding.open ? (
          <FindBar
            sought={finding.sought}
            only={finding.only}
            count={places.length}
            at={finding.at}
            shown={rows ? { rows: lines, all: rowCount } : undefined}
            turn={turn}
            onSeek={(text) => setFinding({ ...finding, sought: text, at: -1 })}
            onOnly={(only) => setFinding({ ...finding, only, at: -1 })}
            onGo={goToMatch}
            onClose={() => {
              setFinding({ ...finding, open: false, at: -1 });
              focusCell();
            }}
          />
        ) : null}
        <div
          ref={root}
          role="grid"
          aria-label={label}
          aria-rowcount={rowCount + headRows}
          aria-colcount={columns.length}
          aria-multiselectable="true"
          aria-readonly={readOnly || undefined}
          tabIndex={-1}
          className={styles.scroller}
          onScroll={props.onScroll}
          {...hands}
        >
          <Header
            columns={columns}
            groups={headerGroups}
            plan={plan}
            fixedColumns={fixedColumns}
            drawn={seen.columns}
            rowCount={rowCount}
            cell={cell}
            wanted={finding.wanted}
            onWanted={(wanted) => setFinding({ ...finding, wanted })}
          />
          <div role="rowgroup" className={styles.body} style={{ height: lines * rowHeight, width: plan.total }}>
            {seen.lines.map((line) => {
              const row = rowOf(line);
              const key = keyOf(row);
              const inBlock = isBlock(selected) && line >= block.top && line <= block.bottom;
              return (
                <Row
                  key={key}
                  line={line}
                  row={row}
                  top={line * rowHeight}
                  height={rowHeight}
                  headRows={headRows}
                  columns={columns}
                  plan={plan}
                  fixedColumns={fixedColumns}
                  drawn={seen.columns}
                  cell={cell}
                  rowKey={key}
                  rowLabel={labelOf(row)}
                  group={groupRow?.(row)}
                  drafts={drafting.ofRow(key)}
                  activeCol={line === selected.at.row ? selected.at.col : -1}
                  chosenFrom={inBlock ? block.left : 0}
                  chosenTo={inBlock ? block.right : -1}
                  sought={sought}
                  hitCol={hit?.row === line ? hit.col : -1}
                  readOnly={readOnly}
                  render={render}
                  nameOf={nameOf}
                />
              );
            })}
          </div>
        </div>
        {message === undefined ? null : (
          <p className={styles.message}>
            <Icon name="differs" size={14} />
            {message}
          </p>
        )}
        <Live text={said} rest={100} />
        {preview ? (
          <PastePreview
            lines={preview.lines}
            from={labelOf(preview.lines[0]?.row ?? 0)}
            columnTitle={(col) => columns[col]?.title ?? say('atColumn')}
            rowTitle={(row) => (row < rowCount ? labelOf(row) : say('rowNumber', { row: row + 1 }))}
            onPaste={() => {
              submit(preview.changes);
              setPreview(undefined);
              focusCell();
            }}
            onClose={() => {
              setPreview(undefined);
              focusCell();
            }}
          />
        ) : null}
      </div>
    </FocusContext>
  );
}
