import { Select, Switch } from 'antd';
import type { Yuan } from '../../runtime/answer.ts';
import { commonWords } from '../strings/common.ts';
import { moneyText, readMoney } from '../strings/money.ts';
import { useWords } from '../strings/use-words.ts';
import styles from './Field.module.css';
import type { FieldMessage } from './Field.tsx';
import { Field } from './Field.tsx';
import { Few } from './Segmented.tsx';
import type { Reading } from './TypedField.tsx';
import { TypedField } from './TypedField.tsx';

interface Common<Value> {
  readonly label: string;
  readonly note?: string | undefined;
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
  readonly message?: FieldMessage | undefined;
  readonly placeholder?: string;
}

/** An amount in yuan: reads either width, separators, 万; shows two decimals at rest. */
export function MoneyField({
  automatic = false,
  ...rest
}: Common<Yuan> & { /** The figure that the rest of the bill gives. */ readonly automatic?: boolean }) {
  const say = useWords(commonWords);
  const read = (typed: string): Reading<Yuan> => {
    const reading = readMoney(typed);
    switch (reading.kind) {
      case 'amount':
        return { value: reading.yuan };
      case 'empty':
        return { value: undefined };
      case 'unreadable':
        return { problem: say('unreadableMoney', { text: typed.trim() }) };
      case 'tooFine':
        return { problem: say('tooFineMoney', { text: typed.trim() }) };
      case 'negative':
        return { problem: say('negativeMoney') };
    }
  };
  return (
    <TypedField
      {...rest}
      numeric
      automatic={automatic}
      show={(yuan) => moneyText(yuan)}
      read={read}
      end={automatic ? say('automatic') : say('yuan')}
    />
  );
}

/** A whole number within its range; ↑ ↓ step by one, with Shift by ten. */
export function IntegerField({
  min,
  max,
  ...rest
}: Common<number> & { readonly min?: number | undefined; readonly max?: number | undefined }) {
  const say = useWords(commonWords);
  const read = (typed: string): Reading<number> => {
    const text = typed.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).trim();
    if (text === '') return { value: undefined };
    if (!/^-?\d{1,9}$/.test(text)) return { problem: say('unreadableInteger', { text }) };
    const value = Number(text);
    if (min !== undefined && value < min) return { problem: say('atLeast', { min }) };
    if (max !== undefined && value > max) return { problem: say('atMost', { max }) };
    return { value };
  };
  const step = (value: number | undefined, by: 1 | -1, far: boolean): number =>
    Math.min(max ?? Number.MAX_SAFE_INTEGER, Math.max(min ?? Number.MIN_SAFE_INTEGER, (value ?? (min ?? 0) - by) + by * (far ? 10 : 1)));
  return <TypedField {...rest} numeric show={String} read={read} step={step} />;
}

/** A line of plain text. */
export function TextField(props: Common<string>) {
  return <TypedField {...props} show={(text) => text} read={(typed) => ({ value: typed === '' ? undefined : typed })} />;
}

interface Choice {
  readonly value: string;
  /** Shown paler at the end, e.g. the national code. */
  readonly code?: string | undefined;
  /** Pinyin initials, matched as one types. */
  readonly initials?: string | undefined;
}

const shownOptions = (options: readonly Choice[]) =>
  options.map((option) => ({
    value: option.value,
    label: option.value,
    title: option.code === undefined ? option.value : `${option.value} ${option.code}`,
    initials: option.initials ?? '',
  }));

const fits = (typed: string, option: { readonly title?: string; readonly initials?: string } | undefined): boolean => {
  const sought = typed.trim();
  return (option?.title ?? '').includes(sought) || (option?.initials ?? '').includes(sought.toLowerCase());
};

/** One of two or three short values, all in sight; choosing it again takes it back. */
export function FewField({ options, ...rest }: Common<string> & { readonly options: readonly Choice[] }) {
  return (
    <Field label={rest.label} {...(rest.note === undefined ? {} : { note: rest.note })} message={rest.message}>
      {(ids) => (
        <Few
          {...ids}
          label={rest.label}
          options={options.map(({ value }) => ({ value, text: value }))}
          value={rest.value}
          onChange={(value) => rest.onChange(value === rest.value ? undefined : value)}
        />
      )}
    </Field>
  );
}

/** One of the values that the policy lists; typing narrows the list by name, code or pinyin initials. */
export function ChoiceField({ options, ...rest }: Common<string> & { readonly options: readonly Choice[] }) {
  const say = useWords(commonWords);
  return (
    <Field label={rest.label} {...(rest.note === undefined ? {} : { note: rest.note })} message={rest.message}>
      {(ids) => (
        <Select
          {...ids}
          className={styles.select ?? ''}
          showSearch={{ filterOption: fits }}
          allowClear={rest.value !== undefined}
          value={rest.value ?? null}
          placeholder={rest.placeholder ?? say('choose')}
          notFoundContent={say('noChoice')}
          options={shownOptions(options)}
          onChange={(value) => rest.onChange(value ?? undefined)}
          {...(rest.message?.tone === 'problem' ? { status: 'error' as const } : {})}
        />
      )}
    </Field>
  );
}

/** Any of the values that the policy lists. */
export function ChoicesField({ options, ...rest }: Common<readonly string[]> & { readonly options: readonly Choice[] }) {
  const say = useWords(commonWords);
  return (
    <Field label={rest.label} {...(rest.note === undefined ? {} : { note: rest.note })} message={rest.message}>
      {(ids) => (
        <Select
          {...ids}
          mode="multiple"
          className={styles.select ?? ''}
          value={[...(rest.value ?? [])]}
          placeholder={rest.placeholder ?? say('chooseSeveral')}
          notFoundContent={say('noChoice')}
          options={shownOptions(options)}
          onChange={(values) => rest.onChange(values)}
        />
      )}
    </Field>
  );
}

/** Yes or no, in words beside the switch. */
export function TruthField({ label, note, value, onChange, message }: Common<boolean>) {
  const say = useWords(commonWords);
  return (
    <Field label={label} {...(note === undefined ? {} : { note })} message={message}>
      {(ids) => (
        <span className={styles.switch}>
          <Switch {...ids} checked={value === true} onChange={(on) => onChange(on)} />
          {value === true ? say('yes') : say('no')}
        </span>
      )}
    </Field>
  );
}
