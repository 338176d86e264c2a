import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import type { PolicySummary } from '../../worker/protocol.ts';
import type { ColumnUse } from './mapping.ts';
import { fieldsWithout, readCell, TOTALS } from './mapping.ts';
import styles from './Paste.module.css';
import { patientsWords } from './strings.ts';

const EXPECTED = 'expected ';
const FIELD = 'field ';

const codeOf = (use: ColumnUse): string =>
  use.kind === 'field' ? `${FIELD}${use.name}` : use.kind === 'expected' ? `${EXPECTED}${use.label}` : use.kind;
const readUse = (code: string): ColumnUse =>
  code.startsWith(FIELD)
    ? { kind: 'field', name: code.slice(FIELD.length) }
    : code.startsWith(EXPECTED)
      ? { kind: 'expected', label: code.slice(EXPECTED.length) }
      : { kind: code === 'name' || code === 'note' ? code : 'none' };

/** What each column is, as found, to be changed by hand. */
export function Columns({
  header,
  uses,
  summary,
  labels,
  onUse,
}: {
  readonly header: readonly string[];
  readonly uses: readonly ColumnUse[];
  readonly summary: PolicySummary;
  readonly labels: readonly string[];
  readonly onUse: (at: number, use: ColumnUse) => void;
}) {
  const say = useWords(patientsWords);
  const expected = [...new Set([...TOTALS, ...labels, ...uses.flatMap((use) => (use.kind === 'expected' ? [use.label] : []))])];
  return (
    <fieldset className={styles.columns}>
      <legend>{say('columns')}</legend>
      {header.map((title, at) => {
        const use = uses[at] ?? { kind: 'none' as const };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is where it stands; two may have one title
          <label key={at} className={use.kind === 'none' ? styles.unknown : undefined}>
            <span title={title}>{say('columnUse', { title })}</span>
            <select value={codeOf(use)} onChange={(event) => onUse(at, readUse(event.target.value))}>
              <option value="none">{say('useNone')}</option>
              <option value="name">{say('useName')}</option>
              <option value="note">{say('useNote')}</option>
              {summary.inputs.map(({ name }) => (
                <option key={name} value={`${FIELD}${name}`}>
                  {name}
                </option>
              ))}
              {expected.map((label) => (
                <option key={label} value={`${EXPECTED}${label}`}>
                  {say('useExpected', { label })}
                </option>
              ))}
            </select>
            {use.kind === 'none' ? <small>{say('unknownColumn')}</small> : null}
          </label>
        );
      })}
    </fieldset>
  );
}

/** Fields that no column gives: empty unless the person says what they are. */
export function Fixed({
  summary,
  uses,
  fixed,
  onFixed,
}: {
  readonly summary: PolicySummary;
  readonly uses: readonly ColumnUse[];
  readonly fixed: Readonly<Record<string, string>>;
  readonly onFixed: (fixed: Readonly<Record<string, string>>) => void;
}) {
  const say = useWords(patientsWords);
  const without = fieldsWithout({ uses, fixed }, summary);
  const costs = without.filter(({ bill }) => bill === true);
  if (without.length === 0) return null;
  return (
    <fieldset className={styles.columns}>
      <legend>{say('withoutColumn')}</legend>
      {without.map((field) => {
        const value = fixed[field.name] ?? '';
        const unread = value !== '' && !('value' in readCell(value, field));
        return (
          <div key={field.name} className={unread ? styles.unknown : undefined}>
            <label htmlFor={`fixed ${field.name}`} title={field.name}>
              {field.name}
            </label>
            {field.values ? (
              <select
                id={`fixed ${field.name}`}
                value={value}
                onChange={(event) => onFixed({ ...fixed, [field.name]: event.target.value })}
              >
                <option value="" />
                {field.values.map(({ name }) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            ) : (
              <input
                id={`fixed ${field.name}`}
                type="text"
                value={value}
                aria-invalid={unread}
                onChange={(event) => onFixed({ ...fixed, [field.name]: event.target.value })}
              />
            )}
          </div>
        );
      })}
      <div className={styles.fixedFoot}>
        <small>{say('withoutColumnHint')}</small>
        {costs.length > 0 ? (
          <Button small onClick={() => onFixed({ ...fixed, ...Object.fromEntries(costs.map(({ name }) => [name, '0.00'])) })}>
            {say('zeroCosts')}
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}
