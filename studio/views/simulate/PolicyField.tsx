import type { InputField } from '../../../runtime/ir/types.ts';
import type { FieldValue } from '../../store/simulation.ts';
import { useWords } from '../../strings/use-words.ts';
import { DateField } from '../../ui/DateField.tsx';
import type { FieldMessage } from '../../ui/Field.tsx';
import { ChoiceField, ChoicesField, FewField, IntegerField, MoneyField, TextField, TruthField } from '../../ui/fields.tsx';
import styles from './Desk.module.css';
import { simulateWords } from './strings.ts';

interface PolicyFieldProps {
  readonly field: InputField;
  readonly value: FieldValue | undefined;
  readonly onChange: (value: FieldValue | undefined) => void;
  readonly message?: FieldMessage | undefined;
  readonly automatic?: boolean;
  /** Pinyin initials by name, for finding a choice by its first letters. */
  readonly initials?: Readonly<Record<string, string>>;
}

const textOr = (value: FieldValue | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
const bound = (digits: string | undefined): number | undefined => (digits === undefined ? undefined : Number(digits));

/** So many letters in all choices fit beside one another. */
const IN_A_ROW = 11;

/** The control that fits a field's type, marked with the field's name. */
export function PolicyField(props: PolicyFieldProps) {
  return (
    <div data-field={props.field.name} className={styles.field}>
      <Control {...props} />
    </div>
  );
}

/** A few short choices in a row, a list, a switch, a day, a whole number within its range, or an amount. */
function Control({ field, value, onChange, message, automatic = false, initials = {} }: PolicyFieldProps) {
  const say = useWords(simulateWords);
  const note = field.interfaceName === undefined ? undefined : say('field', { name: field.interfaceName });
  const same = { label: field.name, note, message };
  const options = (field.values ?? []).map((one) => ({ value: one.name, code: one.code, initials: initials[one.name] }));
  switch (field.type.kind) {
    case 'enum':
      if (options.length <= 3 && options.map((one) => one.value).join('').length <= IN_A_ROW)
        return <FewField {...same} options={options} value={textOr(value)} onChange={onChange} />;
      return <ChoiceField {...same} options={options} value={textOr(value)} onChange={onChange} />;
    case 'set':
      return <ChoicesField {...same} options={options} value={Array.isArray(value) ? value : undefined} onChange={onChange} />;
    case 'bool':
      return <TruthField {...same} value={value === true} onChange={onChange} />;
    case 'date':
      return <DateField {...same} value={textOr(value)} onChange={onChange} />;
    case 'integer':
    case 'months':
    case 'days':
      return (
        <IntegerField
          {...same}
          min={bound(field.min)}
          max={bound(field.max)}
          value={typeof value === 'number' ? value : undefined}
          onChange={onChange}
        />
      );
    case 'money':
      return <MoneyField {...same} automatic={automatic} value={textOr(value)} onChange={onChange} />;
    case 'time':
    case 'text':
    case 'number':
    case 'ratio':
    case 'points':
      return <TextField {...same} value={textOr(value)} onChange={onChange} />;
  }
}
