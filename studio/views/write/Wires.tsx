import type { RefObject } from 'react';
import { useEffect, useImperativeHandle, useRef } from 'react';
import { useStore } from 'zustand';
import { attachedEditor } from '../../loop/loop.ts';
import { selection } from '../../store/selection.ts';
import { workspace } from '../../store/workspace.ts';
import styles from './Wires.module.css';

const RADIUS = 8;

/** From the clause to the rule, in the gutter between the panes; nothing when either is out of sight. */
function drawnWire(
  root: DOMRect,
  marked: Element | null,
  offset: number,
): { readonly path: string; readonly ends: readonly (readonly [number, number])[] } | undefined {
  const scroller = marked?.closest('[data-scroll]')?.getBoundingClientRect();
  const boxes = [...(marked?.getClientRects() ?? [])].filter((box) => scroller && box.top >= scroller.top && box.bottom <= scroller.bottom);
  const from = boxes.at(-1);
  const to = attachedEditor()?.lineBox(offset);
  if (!from || !to || !scroller) return undefined;
  const [x1, y1] = [scroller.right - root.left - 9, from.top + from.height / 2 - root.top];
  const [x2, y2] = [to.left - root.left + 6, to.top + to.height / 2 - root.top];
  const middle = scroller.right - root.left;
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

/** Decoration: the link itself is a link. Redrawn by `redraw` while a pane scrolls, without rendering. */
export function Wires({ handle }: { readonly handle: RefObject<{ redraw: () => void } | null> }) {
  const element = useRef<SVGSVGElement>(null);
  const frame = useRef(0);
  const redraw = (): void => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      const svg = element.current;
      if (!svg) return;
      const { rule, clause } = selection.getState();
      const view = svg.parentElement;
      const marked = view?.querySelectorAll('[data-looked]');
      const last = marked?.item(marked.length - 1) ?? null;
      const wire =
        clause && rule && rule.file === workspace.getState().openFile
          ? drawnWire(svg.getBoundingClientRect(), last, rule.start)
          : undefined;
      svg.querySelector('path')?.setAttribute('d', wire?.path ?? '');
      svg.querySelectorAll('circle').forEach((circle, index) => {
        const end = wire?.ends[index];
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
      <circle r="0" />
      <circle r="0" />
    </svg>
  );
}
