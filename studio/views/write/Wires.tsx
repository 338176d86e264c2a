import type { RefObject } from 'react';
import { useEffect, useImperativeHandle, useRef } from 'react';
import { useStore } from 'zustand';
import { attachedEditor } from '../../loop/loop.ts';
import { selection } from '../../store/selection.ts';
import { workspace } from '../../store/workspace.ts';
import styles from './Wires.module.css';

const RADIUS = 8;

interface Wire {
  readonly path: string;
  readonly ends: readonly (readonly [number, number])[];
}

/** A point where a wire begins or ends: right edge of what stands left of the gutter, left edge of what stands right of it. */
interface End {
  readonly x: number;
  readonly y: number;
  /** The edge of its pane: the gutter. */
  readonly edge: number;
}

/** Out of a pane, along the gutter, into the next; the corners are round as far as there is room. */
function drawn(from: End, to: End, root: DOMRect): Wire {
  const [x1, y1, x2, y2] = [from.x - root.left, from.y - root.top, to.x - root.left, to.y - root.top];
  const middle = from.edge - root.left;
  const turn = Math.sign(y2 - y1) * Math.min(RADIUS, Math.abs(y2 - y1) / 2);
  const reach = Math.min(RADIUS, 6);
  return {
    path: `M${x1} ${y1}H${middle - reach}Q${middle} ${y1} ${middle} ${y1 + turn}V${y2 - turn}Q${middle} ${y2} ${middle + reach} ${y2}H${x2}`,
    ends: [
      [x1, y1],
      [x2, y2],
    ],
  };
}

/** The part of a marked element that is in sight of its pane. */
function inSight(marked: Element | undefined): { readonly box: DOMRect; readonly pane: DOMRect } | undefined {
  const pane = marked?.closest('[data-scroll]')?.getBoundingClientRect();
  const box = [...(marked?.getClientRects() ?? [])].filter((one) => pane && one.top >= pane.top && one.bottom <= pane.bottom).at(-1);
  return box && pane ? { box, pane } : undefined;
}

const middleOf = ({ top, height }: { readonly top: number; readonly height: number }): number => top + height / 2;

/** Clause to line, and line to cell; clause to cell where no text stands between them. Nothing where an end is out of sight. */
function wires(view: Element): readonly Wire[] {
  const { rule, clause, cell } = selection.getState();
  const { openFile } = workspace.getState();
  const root = view.getBoundingClientRect();
  const clauses = clause ? inSight([...view.querySelectorAll('[data-looked]')].at(-1)) : undefined;
  const cellElement = cell?.file === openFile ? view.querySelector('[data-looked-cell]') : undefined;
  const cells = inSight(cellElement ?? undefined);
  const place = cell ?? rule;
  const line = place && place.file === openFile ? attachedEditor()?.lineBox(place.start) : undefined;
  const fromClause = clauses && { x: clauses.pane.right - 9, y: middleOf(clauses.box), edge: clauses.pane.right };
  // A wire never crosses letters: in a table it ends before the row, in a sentence before its line.
  const grid = cellElement?.closest('[role=grid]')?.getBoundingClientRect();
  const toCell = cells && { x: Math.max(cells.pane.left, (grid?.left ?? 0) - 13) + 9, y: middleOf(cells.box), edge: cells.pane.left };
  const made: Wire[] = [];
  if (line && fromClause) made.push(drawn(fromClause, { x: line.left + 6, y: middleOf(line), edge: line.left }, root));
  if (line && toCell && line.right < toCell.edge + 12)
    made.push(drawn({ x: line.right - 16, y: middleOf(line), edge: toCell.edge }, toCell, root));
  if (!attachedEditor() && fromClause && toCell) made.push(drawn(fromClause, toCell, root));
  return made;
}

/** Decoration: the link itself is a link. Redrawn by `redraw` while a pane scrolls, without rendering. */
export function Wires({ handle }: { readonly handle: RefObject<{ redraw: () => void } | null> }) {
  const element = useRef<SVGSVGElement>(null);
  const frame = useRef(0);
  const redraw = (): void => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      const svg = element.current;
      if (!svg) return;
      const made = svg.parentElement ? wires(svg.parentElement) : [];
      svg.querySelectorAll('path').forEach((path, index) => {
        path.setAttribute('d', made[index]?.path ?? '');
      });
      svg.querySelectorAll('circle').forEach((circle, index) => {
        const end = made[Math.floor(index / 2)]?.ends[index % 2];
        circle.setAttribute('r', end ? '3.2' : '0');
        circle.setAttribute('cx', String(end?.[0] ?? 0));
        circle.setAttribute('cy', String(end?.[1] ?? 0));
      });
    });
  };
  useImperativeHandle(handle, () => ({ redraw }));
  const state = useStore(selection);
  // After the marks of this selection are painted, and once more when the panes have scrolled to them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn for each selection
  useEffect(() => {
    redraw();
    const later = setTimeout(redraw, 140);
    return () => clearTimeout(later);
  }, [state]);
  useEffect(() => {
    addEventListener('resize', redraw);
    return () => removeEventListener('resize', redraw);
  });
  return (
    <svg ref={element} className={styles.wires} aria-hidden="true" focusable="false">
      <path />
      <path />
      <circle r="0" />
      <circle r="0" />
      <circle r="0" />
      <circle r="0" />
    </svg>
  );
}
