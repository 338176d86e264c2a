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

/** The weeks that touch the month of `day`, from Monday. */
const weeksOf = (day: DayText): readonly (readonly DayText[])[] => {
  const [year, month] = partsOfDay(day);
  const before = firstWeekday(year, month);
  const from = shiftDay(`${day.slice(0, 8)}01`, -before);
  const weeks = Math.ceil((before + daysInMonth(year, month)) / 7);
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: 7 }, (__, at) => shiftDay(from, week * 7 + at)));
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
    <div className={styles.calendar} role="dialog" aria-label={say('openCalendar')}>
      <div className={styles.head}>
        <IconButton icon="chevronLeft" label={say('previousMonth')} size={24} onClick={() => setFocus(shiftMonth(focus, -1))} />
        <span aria-live="polite">{say('monthOfYear', { year, month })}</span>
        <IconButton icon="chevronRight" label={say('nextMonth')} size={24} onClick={() => setFocus(shiftMonth(focus, 1))} />
      </div>
      <table ref={grid} onKeyDown={key}>
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
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day}>
                  <button
                    type="button"
                    data-day={day}
                    tabIndex={day === focus ? 0 : -1}
                    aria-label={day}
                    aria-current={day === value ? 'date' : undefined}
                    className={classes(styles.day, day.slice(0, 7) !== focus.slice(0, 7) && styles.outside, day === value && styles.chosen)}
                    onClick={() => onPick(day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
