import type { RefObject } from 'react';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { commonWords } from '../strings/common.ts';
import { useWords } from '../strings/use-words.ts';
import styles from './ChoiceList.module.css';
import type { Choices } from './choices.ts';
import { fitting, inHand, named, taken } from './choices.ts';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';

type Typed = HTMLInputElement | HTMLTextAreaElement;

interface ChoiceListProps {
  readonly input: RefObject<Typed | null>;
  readonly choices: Choices;
  /** Whether a click into the field opens the list; without it the field has to be edited first (`data-editing`). */
  readonly onClick?: boolean;
}

interface Open {
  readonly text: string;
  /** −1: none; Enter then takes what was typed. */
  readonly at: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly above: boolean;
}

const ROW_PX = 28;
const MOST_ROWS = 9;

/**
 * The values that can stand in a field, below it while it is typed into: narrowed by letters and pinyin initials, ↑ ↓ choose, Enter and Tab
 * take, Esc closes, Alt+↓ opens; of several, Space puts one in or takes it out. It hears the keys of the field before its owner does, and
 * draws nothing while an input method composes.
 */
export function ChoiceList({ input, choices, onClick = false }: ChoiceListProps) {
  const say = useWords(commonWords);
  const id = useId();
  const [open, setOpen] = useState<Open>();
  const rows = open ? fitting(choices, open.text) : [];
  const shown = open !== undefined && rows.length > 0;
  const now = useRef({ open, rows, choices });
  now.current = { open: shown ? open : undefined, rows, choices };
  const list = useRef<HTMLDivElement>(null);

  // Before the next key: whoever types fast has typed into the field by the time it is painted.
  useLayoutEffect(() => {
    const node = input.current;
    if (!node) return undefined;
    const show = (at?: number): void => {
      const text = node.value;
      const box = node.getBoundingClientRect();
      const height = Math.min(MOST_ROWS, now.current.choices.values.length) * ROW_PX + 10;
      const above = box.bottom + height > window.innerHeight && box.top > height;
      const typing = inHand(now.current.choices, text) !== '';
      setOpen({
        text,
        at: at ?? (typing ? 0 : -1),
        left: box.left,
        top: above ? window.innerHeight - box.top : box.bottom,
        width: box.width,
        above,
      });
    };
    const close = (): void => setOpen(undefined);
    const take = (value: string): void => {
      node.value = taken(now.current.choices, node.value, value);
      node.setSelectionRange(node.value.length, node.value.length);
    };
    const onInput = (event: Event): void => {
      if (!(event as InputEvent).isComposing) show();
    };
    const onKey = (event: Event): void => {
      const { key, altKey, isComposing, keyCode, ctrlKey, metaKey } = event as KeyboardEvent;
      if (isComposing || keyCode === 229 || ctrlKey || metaKey) return;
      const { open: there, rows: all } = now.current;
      if (altKey && key === 'ArrowDown') {
        // The owner puts the text into the field first.
        setTimeout(() => show(), 0);
        return;
      }
      if (!there || altKey) return;
      const chosen = all[there.at];
      if (key === 'ArrowDown' || key === 'ArrowUp') {
        const next =
          there.at < 0 && key === 'ArrowUp' ? all.length - 1 : (there.at + (key === 'ArrowDown' ? 1 : -1) + all.length) % all.length;
        setOpen({ ...there, at: next });
      } else if (key === ' ' && now.current.choices.several && chosen !== undefined) {
        take(chosen);
        show(there.at);
      } else if (key === 'Escape') close();
      else {
        if ((key === 'Enter' || key === 'Tab') && chosen !== undefined) {
          const has = now.current.choices.several && named(now.current.choices, node.value).includes(chosen);
          if (!has) take(chosen);
        }
        if (key === 'Enter' || key === 'Tab') close();
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    };
    const onDown = (): void => {
      if (onClick && !node.readOnly) show();
    };
    const watch = new MutationObserver(() => {
      if (node.dataset.editing === undefined) close();
      else if (node.dataset.editing === 'inside') show();
    });
    // What scrolls below the list takes it along.
    const onMove = (event: Event): void => {
      const inside = event.target instanceof Node && list.current?.contains(event.target);
      if (now.current.open && !inside) show(now.current.open.at);
    };
    watch.observe(node, { attributes: true, attributeFilter: ['data-editing'] });
    const listening = new AbortController();
    const { signal } = listening;
    node.addEventListener('input', onInput, { signal });
    node.addEventListener('compositionend', onInput, { signal });
    node.addEventListener('keydown', onKey, { signal });
    node.addEventListener('click', onDown, { signal });
    node.addEventListener('blur', close, { signal });
    window.addEventListener('scroll', onMove, { signal, capture: true });
    window.addEventListener('resize', onMove, { signal });
    return () => {
      watch.disconnect();
      listening.abort();
    };
  }, [input, onClick]);

  const at = open?.at ?? -1;
  useLayoutEffect(() => {
    const node = input.current;
    if (!node) return;
    node.setAttribute('role', 'combobox');
    node.setAttribute('aria-autocomplete', 'list');
    node.setAttribute('aria-expanded', String(shown));
    if (shown) node.setAttribute('aria-controls', id);
    else node.removeAttribute('aria-controls');
    if (shown && at >= 0) node.setAttribute('aria-activedescendant', `${id}${at}`);
    else node.removeAttribute('aria-activedescendant');
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [input, shown, at, id]);

  if (!shown) return null;
  const ticked = new Set(named(choices, open.text));
  return createPortal(
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={say('choose')}
      aria-multiselectable={choices.several === true}
      className={styles.list}
      style={{ left: open.left, minWidth: open.width, ...(open.above ? { bottom: open.top + 2 } : { top: open.top + 2 }) }}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
    >
      {rows.map((value, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
        // biome-ignore lint/a11y/useFocusableInteractive: the field names it as its active descendant
        <div
          key={value}
          id={`${id}${index}`}
          role="option"
          aria-selected={index === at}
          className={classes(styles.row, index === at && styles.at)}
          onClick={() => {
            const node = input.current;
            if (!node) return;
            node.value = taken(choices, node.value, value);
            if (choices.several) setOpen({ ...open, text: node.value, at: index });
            else {
              setOpen(undefined);
              node.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
            }
          }}
        >
          <span className={styles.tick}>{ticked.has(value) ? <Icon name="holds" size={14} /> : null}</span>
          {value}
        </div>
      ))}
    </div>,
    document.body,
  );
}
