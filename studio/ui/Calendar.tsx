import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { commonWords } from '../strings/common.ts';
import type { DayText } from '../strings/days.ts';
import { daysInMonth, firstWeekday, partsOfDay, shiftDay, shiftMonth } from '../strings/days.ts';
import { useWords } from '../strings/use-words.ts';
import { IconButton } from './Button.tsx';
import styles from './Calendar.module.css';
import { classes } from './classes.ts';

interface CalendarProps {
  readonly value: DayText | undefined;
  readonly onPick: (day: DayText) => void;
  readonly onLeave: () => void;
}

const STEPS: Readonly<Record<string, (day: DayText) => DayText>> = {
  ArrowLeft: (day) => shiftDay(day, -1),
  ArrowRight: (day) => shiftDay(day, 1),
  ArrowUp: (day) => shiftDay(day, -7),
  ArrowDown: (day) => shiftDay(day, 7),
  PageUp: (day) => shiftMonth(day, -1),
  PageDown: (day) => shiftMonth(day, 1),
};

const weeksOf = (day: DayText): readonly (readonly (DayText | undefined)[])[] => {
  const [year, month] = partsOfDay(day);
  const cells: (DayText | undefined)[] = Array.from({ length: firstWeekday(year, month) }, () => undefined);
  for (let of = 1; of <= daysInMonth(year, month); of += 1) cells.push(`${day.slice(0, 8)}${String(of).padStart(2, '0')}`);
  while (cells.length % 7 !== 0) cells.push(undefined);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
};

/** One month as a grid: arrow keys move by day and week, PageUp and PageDown by month, Enter picks, Esc leaves. */
export function Calendar({ value, onPick, onLeave }: CalendarProps) {
  const say = useWords(commonWords);
  const [focus, setFocus] = useState<DayText>(value ?? '2023-01-01');
  const grid = useRef<HTMLTableElement>(null);
  useEffect(() => {
    grid.current?.querySelector<HTMLButtonElement>(`[data-day="${focus}"]`)?.focus();
  }, [focus]);
  const key = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step) {
      event.preventDefault();
      setFocus(step(focus));
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      onLeave();
    }
  };
  const [year, month] = partsOfDay(focus);
  return (
    <div className={styles['calendar']} role="dialog" aria-label={say('openCalendar')}>
      <div className={styles['head']}>
        <IconButton icon="chevronLeft" label={say('previousMonth')} size={24} onClick={() => setFocus(shiftMonth(focus, -1))} />
        <span aria-live="polite">{say('monthOfYear', { year, month })}</span>
        <IconButton icon="chevronRight" label={say('nextMonth')} size={24} onClick={() => setFocus(shiftMonth(focus, 1))} />
      </div>
      <table ref={grid} role="grid" onKeyDown={key}>
        <thead>
          <tr>
            {say('weekdays')
              .split(' ')
              .map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(focus).map((week) => (
            <tr key={week.find((day) => day !== undefined) ?? ''}>
              {week.map((day, at) =>
                day === undefined ? (
                  <td key={`empty${at}`} />
                ) : (
                  <td key={day} aria-selected={day === value}>
                    <button type="button" data-day={day} tabIndex={day === focus ? 0 : -1} aria-label={day} className={classes(styles['day'], day === value && styles['chosen'])} onClick={() => onPick(day)}>
                      {Number(day.slice(8))}
                    </button>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
