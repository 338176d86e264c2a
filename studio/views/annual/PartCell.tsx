import { useState } from 'react';
import type { NewPart } from '../../../language/notice/new-benefit.ts';
import { useWords } from '../../strings/use-words.ts';
import styles from './BenefitForm.module.css';
import { SAMPLES, withUnit } from './select.ts';
import { annualWords } from './strings.ts';

/** One cell of a new benefit; what does not read stays in the cell with the reason beside it. */
export function PartCell({
  part,
  cell,
  name,
  marks,
  onChange,
}: {
  readonly part: NewPart;
  readonly cell: number;
  readonly name: string;
  readonly marks: Readonly<Record<string, number>>;
  readonly onChange: (text: string) => void;
}) {
  const say = useWords(annualWords);
  const [typed, setTyped] = useState<string | undefined>();
  const one = part.cells[cell];
  const kind = part.role === 'ratio' ? 'ratio' : 'money';
  const mark = one?.number === undefined ? undefined : marks[one.number];
  const wrong = typed !== undefined && typed.trim() !== '' && withUnit(typed, kind) === undefined;
  const keep = (): void => {
    if (typed === undefined || wrong) return;
    onChange(typed.trim() === '' ? '' : (withUnit(typed, kind) ?? ''));
    setTyped(undefined);
  };
  return (
    <td className={styles.cell}>
      <input
        aria-label={name}
        aria-invalid={wrong}
        title={
          wrong
            ? say('unreadable', { text: typed, kind: say(kind === 'ratio' ? 'kindRatio' : 'kindMoney'), sample: SAMPLES[kind] ?? '' })
            : name
        }
        value={typed ?? one?.text ?? ''}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' && !event.ctrlKey) keep();
          else if (event.key === 'Escape') setTyped(undefined);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {mark === undefined ? null : <sup>{mark}</sup>}
      {wrong ? (
        <span role="alert" className={styles.problem}>
          {say('unreadable', { text: typed, kind: say(kind === 'ratio' ? 'kindRatio' : 'kindMoney'), sample: SAMPLES[kind] ?? '' })}
        </span>
      ) : null}
    </td>
  );
}
