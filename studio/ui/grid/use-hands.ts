import type { ClipboardEvent, FocusEvent, FormEvent, KeyboardEvent, MouseEvent, RefObject } from 'react';
import { useMemo, useRef } from 'react';
import { blockToText, textToBlock } from './clipboard.ts';
import type { GridCell, GridChange } from './grid-props.ts';
import type { Extent, GridPlace, Selected } from './selecting.ts';
import { blockOf, isBlock, moved, single, stepped } from './selecting.ts';

/** What the hand may do with the grid; all rows as they stand on the screen. */
export interface Hands {
  readonly selected: Selected;
  readonly extent: Extent;
  readonly canEdit: boolean;
  readonly at: (line: number, col: number) => GridCell & { readonly editable: boolean };
  readonly select: (next: Selected) => void;
  /** Rows as they stand on the screen. */
  readonly write: (changes: readonly GridChange[]) => void;
  readonly paste: (block: readonly (readonly string[])[]) => void;
  /** Takes back what was typed and refused; false when nothing was. */
  readonly restore: (at: GridPlace) => boolean;
  readonly open: (at: GridPlace) => boolean;
  readonly own: (key: string, at: GridPlace) => boolean;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  readonly find: (() => void) | undefined;
  readonly say: (what: 'copied' | 'cut', count: number) => void;
}

const inputOf = (target: EventTarget | null): HTMLInputElement | undefined =>
  target instanceof HTMLInputElement && target.dataset.cellInput !== undefined ? target : undefined;

/** Shows the input over its cell. Done on the element itself: nothing may render while an input method composes. */
const begin = (input: HTMLInputElement, how: 'typed' | 'inside'): void => {
  input.dataset.editing ??= how;
};
const end = (input: HTMLInputElement): void => {
  delete input.dataset.editing;
  input.value = '';
};

/** The handlers of keys, clipboard and mouse; the same functions as long as the grid lives. */
export function useHands(hands: Hands, focusWanted: RefObject<boolean>, root: RefObject<HTMLElement | null>) {
  const latest = useRef(hands);
  latest.current = hands;
  return useMemo(() => {
    const dragging = { on: false };
    /** Where a row of Tabs began: Enter goes back below it. */
    const tabs: { from: number | undefined } = { from: undefined };
    const now = (): Hands => latest.current;
    const go = (to: Selected): void => {
      focusWanted.current = true;
      now().select(to);
    };
    const commit = (input: HTMLInputElement): void => {
      const { at } = now().selected;
      const text = input.value;
      const cell = now().at(at.row, at.col);
      const refusedBefore = cell.problem !== undefined;
      end(input);
      if (text !== (cell.edit ?? cell.text)) now().write([{ ...at, text }]);
      else if (refusedBefore) now().restore(at);
    };
    const edit = (input: HTMLInputElement): void => {
      const { at } = now().selected;
      const cell = now().at(at.row, at.col);
      if (!cell.editable || !now().canEdit) return;
      begin(input, 'inside');
      input.value = cell.edit ?? cell.text;
      input.setSelectionRange(input.value.length, input.value.length);
    };
    const down = (by: 1 | -1): void => {
      const { selected, extent } = now();
      const col = tabs.from ?? selected.at.col;
      tabs.from = undefined;
      go(single({ row: Math.max(0, Math.min(extent.rows - 1, selected.at.row + by)), col }));
    };
    const across = (by: 1 | -1): boolean => {
      const { selected, extent, at } = now();
      const next = stepped(selected.at, by, extent, (line, col) => at(line, col).editable);
      if (!next) return false;
      if (next.row === selected.at.row) tabs.from ??= selected.at.col;
      else tabs.from = undefined;
      go(single(next));
      return true;
    };
    const cells = (act: (line: number, col: number) => void): void => {
      const block = blockOf(now().selected);
      for (let line = block.top; line <= block.bottom; line += 1) for (let col = block.left; col <= block.right; col += 1) act(line, col);
    };
    const clear = (): void => {
      const changes: GridChange[] = [];
      cells((row, col) => {
        const cell = now().at(row, col);
        if (cell.editable && (cell.edit ?? cell.text) !== '') changes.push({ row, col, text: '' });
      });
      now().write(changes);
    };
    const fill = (): void => {
      const block = blockOf(now().selected);
      const from = block.top === block.bottom ? Math.max(0, block.top - 1) : block.top;
      const changes: GridChange[] = [];
      cells((row, col) => {
        if (row === from) return;
        const source = now().at(from, col);
        const cell = now().at(row, col);
        const text = source.edit ?? source.text;
        if (cell.editable && (cell.edit ?? cell.text) !== text) changes.push({ row, col, text });
      });
      now().write(changes);
    };

    const whileEditing = (event: KeyboardEvent, input: HTMLInputElement): void => {
      const by = event.shiftKey ? -1 : 1;
      if (event.key === 'Enter') {
        commit(input);
        down(by);
      } else if (event.key === 'Tab') {
        commit(input);
        if (!across(by)) return;
      } else if (event.key === 'Escape') end(input);
      else if (input.dataset.editing === 'typed' && /^(Arrow(Up|Down|Left|Right)|Page(Up|Down))$/.test(event.key) && !event.altKey) {
        const next = moved(single(now().selected.at), { key: event.key, shift: false, mod: false }, now().extent);
        commit(input);
        if (next) go(next);
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };

    const atRest = (event: KeyboardEvent, input: HTMLInputElement): void => {
      const { selected, extent, canEdit, at } = now();
      const mod = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      const active = at(selected.at.row, selected.at.col);
      const taken = (): boolean => {
        if (mod && !event.altKey) {
          if (key === 'z') return act(event.shiftKey ? now().redo : now().undo);
          if (key === 'y') return act(now().redo);
          if (key === 'f') return act(now().find);
          if (key === 'd') {
            if (canEdit) fill();
            return true;
          }
        }
        if (event.altKey) {
          if (event.key !== 'ArrowDown' || !active.choices || !active.editable || !canEdit) return false;
          edit(input);
          return true;
        }
        if (!mod && now().own(event.key, selected.at)) return true;
        if (event.key === 'F2') {
          edit(input);
          return true;
        }
        if (event.key === 'Enter') {
          if (!mod && !event.shiftKey && (!canEdit || !active.editable) && now().open(selected.at)) return true;
          if (mod) return false;
          down(event.shiftKey ? -1 : 1);
          return true;
        }
        if (event.key === ' ' && !active.editable) return now().open(selected.at);
        if (event.key === 'Tab') return canEdit && across(event.shiftKey ? -1 : 1);
        if (event.key === 'Escape') {
          if (now().restore(selected.at)) return true;
          if (isBlock(selected)) {
            go(single(selected.at));
            return true;
          }
          // Once more leaves the cell: Tab then leaves the grid.
          focusWanted.current = false;
          root.current?.focus();
          return false;
        }
        if (event.key === 'Delete' || event.key === 'Backspace') {
          if (canEdit) clear();
          return true;
        }
        const next = moved(selected, { key: event.key, shift: event.shiftKey, mod }, extent);
        if (!next) return false;
        tabs.from = undefined;
        go(next);
        return true;
      };
      if (!taken()) return;
      event.preventDefault();
      event.stopPropagation();
    };

    const copy = (event: ClipboardEvent, what: 'copied' | 'cut'): void => {
      const input = inputOf(event.target);
      if (!input || input.dataset.editing !== undefined) return;
      const block = blockOf(now().selected);
      const rows: string[][] = [];
      let count = 0;
      for (let line = block.top; line <= block.bottom; line += 1) {
        const row: string[] = [];
        for (let col = block.left; col <= block.right; col += 1) {
          const cell = now().at(line, col);
          row.push(cell.edit ?? cell.text);
          count += 1;
        }
        rows.push(row);
      }
      event.clipboardData.setData('text/plain', blockToText(rows));
      event.preventDefault();
      now().say(what, count);
      if (what === 'cut' && now().canEdit) clear();
    };

    const placeOf = (target: EventTarget): GridPlace | undefined => {
      const node = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null;
      return node ? { row: Number(node.dataset.line), col: Number(node.dataset.col) } : undefined;
    };

    return {
      onKeyDown: (event: KeyboardEvent): void => {
        // 229: a key that an input method has taken, also where the browser reports the composition as ended already.
        if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
        const input = inputOf(event.target);
        if (input) {
          if (input.dataset.editing === undefined) atRest(event, input);
          else whileEditing(event, input);
        } else if (event.target === root.current && /^(Arrow|Home|End|Page|F2)/.test(event.key)) {
          event.preventDefault();
          root.current?.querySelector<HTMLElement>('[data-cell-input]')?.focus();
        }
      },
      onInput: (event: FormEvent): void => {
        const input = inputOf(event.target);
        if (input) begin(input, 'typed');
      },
      onCompositionStart: (event: { readonly target: EventTarget }): void => {
        const input = inputOf(event.target);
        if (input && !input.readOnly) begin(input, 'typed');
      },
      onFocus: (event: FocusEvent): void => {
        if (inputOf(event.target)) focusWanted.current = true;
      },
      onBlur: (event: FocusEvent): void => {
        const input = inputOf(event.target);
        if (input?.dataset.editing !== undefined) commit(input);
        // The cell left behind is taken off the page; only when nothing in the grid has the focus afterwards did the hand go elsewhere.
        setTimeout(() => {
          if (!root.current?.contains(document.activeElement)) focusWanted.current = false;
        }, 0);
      },
      onCopy: (event: ClipboardEvent): void => copy(event, 'copied'),
      onCut: (event: ClipboardEvent): void => copy(event, 'cut'),
      onPaste: (event: ClipboardEvent): void => {
        const input = inputOf(event.target);
        if (!input || input.dataset.editing !== undefined) return;
        event.preventDefault();
        const text = event.clipboardData.getData('text/plain');
        if (now().canEdit && text !== '') now().paste(textToBlock(text));
      },
      onMouseDown: (event: MouseEvent): void => {
        const place = placeOf(event.target);
        const input = inputOf(event.target);
        if (!place || event.button !== 0 || input?.dataset.editing !== undefined) return;
        event.preventDefault();
        dragging.on = true;
        const stop = (): void => {
          dragging.on = false;
          globalThis.removeEventListener('mouseup', stop);
        };
        globalThis.addEventListener('mouseup', stop);
        tabs.from = undefined;
        // What is typed in another cell is taken in before the hand moves on.
        const typing = root.current?.querySelector<HTMLInputElement>('[data-cell-input][data-editing]');
        if (typing) commit(typing);
        go(event.shiftKey ? { at: now().selected.at, to: place } : single(place));
        const own = root.current?.querySelector<HTMLInputElement>('[data-cell-input]');
        own?.focus({ preventScroll: true });
        // The mark in the cell in hand: its values are listed.
        if (own && event.target instanceof Element && event.target.closest('[data-opens]')) edit(own);
      },
      onMouseOver: (event: MouseEvent): void => {
        const place = dragging.on ? placeOf(event.target) : undefined;
        if (place) now().select({ at: now().selected.at, to: place });
      },
      onDoubleClick: (): void => {
        const input = root.current?.querySelector<HTMLInputElement>('[data-cell-input]');
        if (!input || input.dataset.editing !== undefined) return;
        if (input.readOnly) now().open(now().selected.at);
        else edit(input);
      },
    };
  }, [focusWanted, root]);
}

const act = (what: (() => void) | undefined): boolean => {
  what?.();
  return what !== undefined;
};
