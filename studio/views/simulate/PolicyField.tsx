import type { InputField } from '../../../runtime/ir/types.ts';
import type { FieldValue } from '../../store/simulation.ts';
import { useWords } from '../../strings/use-words.ts';
import { DateField } from '../../ui/DateField.tsx';
import type { FieldMessage } from '../../ui/Field.tsx';
import { ChoiceField, ChoicesField, IntegerField, MoneyField, TextField, TruthField } from '../../ui/fields.tsx';
import { simulateWords } from './strings.ts';

interface PolicyFieldProps {
  readonly field: InputField;
  readonly value: FieldValue | undefined;
  readonly onChange: (value: FieldValue | undefined) => void;
  readonly message?: FieldMessage | undefined;
  readonly automatic?: boolean;
}

const textOr = (value: FieldValue | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
const bound = (digits: string | undefined): number | undefined => (digits === undefined ? undefined : Number(digits));

/** The control that fits a field's type: list, switch, day, whole number within its range, or amount. */
export function PolicyField({ field, value, onChange, message, automatic = false }: PolicyFieldProps) {
  const say = useWords(simulateWords);
  const note = field.interfaceName === undefined ? undefined : say('field', { name: field.interfaceName });
  const same = { label: field.name, note, message };
  const options = (field.values ?? []).map((one) => ({ value: one.name, code: one.code }));
  switch (field.type.kind) {
    case 'enum':
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
