import { Popover } from 'antd';
import { useState } from 'react';
import { commonWords } from '../strings/common.ts';
import type { DayText } from '../strings/days.ts';
import { readDay, shiftDay, shiftMonth } from '../strings/days.ts';
import { useWords } from '../strings/use-words.ts';
import { IconButton } from './Button.tsx';
import { Calendar } from './Calendar.tsx';
import type { FieldMessage } from './Field.tsx';
import { TypedField } from './TypedField.tsx';

interface DateFieldProps {
  readonly label: string;
  readonly note?: string | undefined;
  readonly value: DayText | undefined;
  readonly onChange: (value: DayText | undefined) => void;
  readonly message?: FieldMessage | undefined;
  readonly placeholder?: string;
}

/** A civil day: typed in any usual form, stepped by ↑ ↓ (a month with Shift), or picked from a calendar. */
export function DateField({ value, onChange, ...rest }: DateFieldProps) {
  const say = useWords(commonWords);
  const [open, setOpen] = useState(false);
  const calendar = (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      content={
        <Calendar
          value={value}
          onPick={(day) => {
            onChange(day);
            setOpen(false);
          }}
          onLeave={() => setOpen(false)}
        />
      }
    >
      <IconButton
        icon="calendar"
        label={`${rest.label}: ${say('openCalendar')}`}
        size={24}
        hasPopup="dialog"
        expanded={open}
        onClick={() => setOpen(!open)}
      />
    </Popover>
  );
  return (
    <TypedField
      {...rest}
      value={value}
      onChange={onChange}
      show={(day) => day}
      read={(typed) => {
        if (typed.trim() === '') return { value: undefined };
        const day = readDay(typed);
        return day === undefined ? { problem: say('unreadableDay', { text: typed.trim() }) } : { value: day };
      }}
      step={(day, by, far) => (day === undefined ? today() : far ? shiftMonth(day, by) : shiftDay(day, by))}
      end={calendar}
    />
  );
}

const today = (): DayText => {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
};
