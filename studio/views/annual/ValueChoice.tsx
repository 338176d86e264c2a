import type { StandingValue } from '../../../language/values/standing-value.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import { decide } from './decide.ts';
import { annualWords } from './strings.ts';

/** Sends a number of the notice to one of the values that it fits. */
export function ValueChoice({
  label,
  policy,
  number,
  text,
  fitting,
}: {
  readonly label: string;
  readonly policy: string;
  readonly number: number;
  /** What the value becomes. */
  readonly text: string;
  readonly fitting: readonly StandingValue[];
}) {
  const say = useWords(annualWords);
  const language = useLanguage();
  return (
    <select aria-label={label} value="" onChange={(event) => decide(policy, number, { kind: 'accept', path: event.target.value, text })}>
      <option value="" disabled>
        {say('chooseValue')}
      </option>
      {fitting.map(({ path, words }) => (
        <option key={path} value={path}>
          {words[language]}
        </option>
      ))}
    </select>
  );
}
