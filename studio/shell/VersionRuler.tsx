import type { KeyboardEvent, PointerEvent } from 'react';
import { useMemo, useRef, useState } from 'react';
import type { DayText } from '../../runtime/ir/types.ts';
import { readDay, shiftDay } from '../strings/days.ts';
import { useWords } from '../strings/use-words.ts';
import { classes } from '../ui/classes.ts';
import type { TimelineStretch } from '../worker/protocol.ts';
import type { RulerStretch } from './ruler.ts';
import { dayAt, dayByKey, dayToNumber, drawn, edgesOf, knownStretches, scaleOf, shareOf } from './ruler.ts';
import { shellWords } from './strings.ts';
import styles from './VersionRuler.module.css';

interface VersionRulerProps {
  readonly timeline: readonly TimelineStretch[];
  readonly day: DayText;
  readonly knownOn: DayText | undefined;
  readonly onDay: (day: DayText) => void;
}

/** How near the handle must come to an edge to snap on it, in pixels. */
const REACH_PX = 6;

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;

/** The versions of the chosen policy along time, and the day that every screen is about. */
export function VersionRuler({ timeline, day, knownOn, onDay }: VersionRulerProps) {
  const say = useWords(shellWords);
  const track = useRef<HTMLDivElement>(null);
  const [held, hold] = useState<{ readonly edge: boolean; readonly scale: ReturnType<typeof scaleOf> }>();
  const [typing, setTyping] = useState<string>();
  const stretches = useMemo(() => knownStretches(timeline, knownOn), [timeline, knownOn]);
  const edges = useMemo(() => edgesOf(stretches), [stretches]);
  // While the handle is held the scale stands still, else the ground would move under it.
  const scale = held?.scale ?? scaleOf(edges, day);
  const parts = drawn(stretches, scale);
  const here = parts.find((part) => (part.from === undefined || part.from <= day) && (part.to === undefined || day < part.to));

  const name = (part: RulerStretch): string => {
    switch (part.kind) {
      case 'none':
        return '';
      case 'base':
        return say('baseVersion', { year: part.year });
      case 'amended':
        return say('amendedVersion', { year: part.year });
      case 'open':
        return say('openVersion');
    }
  };
  const move = (event: PointerEvent): void => {
    const box = track.current?.getBoundingClientRect();
    if (!box) return;
    const found = dayAt(scale, (event.clientX - box.left) / box.width, edges, REACH_PX / box.width);
    hold({ edge: found.edge, scale });
    onDay(found.day);
  };
  const onKey = (event: KeyboardEvent): void => {
    const next = dayByKey(event.key, event.shiftKey, day, edges, scale);
    if (next !== undefined) onDay(next);
    else if (/^\d$/.test(event.key) || event.key === 'F2' || event.key === 'Enter') setTyping(/^\d$/.test(event.key) ? event.key : day);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const typed = (): void => {
    const read = typing === undefined ? undefined : readDay(typing);
    if (read !== undefined) onDay(read);
    setTyping(undefined);
  };
  const share = Math.min(1, Math.max(0, shareOf(scale, day)));

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend of its own
    <div className={styles.ruler} role="group" aria-label={say('ruler')}>
      <div
        ref={track}
        className={styles.track}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          move(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) move(event);
        }}
        onPointerUp={() => hold(undefined)}
        onPointerCancel={() => hold(undefined)}
      >
        {parts.map((part) => (
          <span
            key={part.from ?? 'before'}
            className={classes(styles.part, styles[part.kind], part === here && styles.here)}
            style={{ left: percent(part.left), width: percent(part.width) }}
          >
            {name(part)}
          </span>
        ))}
        {edges.map((edge) => (
          <span
            key={edge}
            className={classes(styles.tick, Math.abs(shareOf(scale, edge) - share) < 0.17 && styles.covered)}
            style={{ left: percent(shareOf(scale, edge)) }}
          >
            {edge}
          </span>
        ))}
        {typing === undefined ? (
          <div
            className={styles.hand}
            style={{ left: percent(share) }}
            role="slider"
            tabIndex={0}
            aria-label={say('rulerDay')}
            aria-valuemin={scale.from}
            aria-valuemax={scale.to}
            aria-valuenow={dayToNumber(day)}
            aria-valuetext={[day, here && here.kind !== 'none' ? name(here) : say('noLaw')].join(' ')}
            title={say('rulerHelp')}
            onKeyDown={onKey}
            onDoubleClick={() => setTyping(day)}
          >
            <span className={classes(styles.day, share > 0.9 && styles.leftwards)}>
              {held?.edge ? say('edgeBetween', { before: shiftDay(day, -1), after: day }) : day}
            </span>
          </div>
        ) : (
          <input
            className={styles.typed}
            style={{ left: percent(share) }}
            aria-label={say('typeDay')}
            value={typing}
            // biome-ignore lint/a11y/noAutofocus: opened by typing on the handle, which held the focus
            autoFocus
            onPointerDown={(event) => event.stopPropagation()}
            onChange={(event) => setTyping(event.target.value)}
            onBlur={typed}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'Enter') typed();
              if (event.key === 'Escape') setTyping(undefined);
              event.stopPropagation();
            }}
          />
        )}
      </div>
    </div>
  );
}
