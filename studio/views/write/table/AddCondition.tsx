import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { ConditionTest } from '../../../../language/sheets/sheet.ts';
import { analysis, summaryOf } from '../../../store/analysis.ts';
import { useLanguage, useWords } from '../../../strings/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChoiceField, ChoicesField, FewField, TextField } from '../../../ui/fields.tsx';
import styles from './AddCondition.module.css';
import { changed } from './changing.ts';
import { fieldsOf, howsOf } from './condition-fields.ts';
import { initialsOf } from './initials.ts';
import { tableWords } from './strings.ts';

interface AddConditionProps {
  readonly file: string;
  readonly policy: string;
  readonly sheet: string;
  readonly row: string;
}

/** One more thing that has to hold for a rule: a field, how it is looked at, and a value; the sentence is written by itself. */
export function AddCondition(props: AddConditionProps) {
  const say = useWords(tableWords);
  const [open, setOpen] = useState(false);
  const chip = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    requestAnimationFrame(() => chip.current?.focus());
  };
  return (
    <>
      <button
        ref={chip}
        type="button"
        className={styles.chip}
        aria-expanded={open}
        title={say('conditionHow')}
        onClick={() => setOpen(!open)}
      >
        {say('condition')}
      </button>
      {open ? <ConditionForm {...props} onClose={close} /> : null}
    </>
  );
}

function ConditionForm({ file, policy, sheet, row, onClose }: AddConditionProps & { readonly onClose: () => void }) {
  const say = useWords(tableWords);
  const language = useLanguage();
  const box = useRef<HTMLFieldSetElement>(null);
  const summary = useStore(analysis, (now) => summaryOf(now, policy)?.summary);
  const [name, setName] = useState<string>();
  const [how, setHow] = useState<ConditionTest['how']>('is');
  const [values, setValues] = useState<readonly string[]>([]);
  const [text, setText] = useState<string>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  const fields = summary ? fieldsOf(summary) : [];
  const field = fields.find((one) => one.name === name);
  const choices = (all: readonly string[]) => all.map((value) => ({ value, initials: initialsOf(value) }));
  const hows = field ? howsOf(field).map((one) => ({ one, words: say(HOWS[one]) })) : [];
  const ready = field !== undefined && (field.type === 'truth' || (field.values ? values.length > 0 : text !== undefined));
  const write = async (): Promise<void> => {
    if (!ready || name === undefined) return;
    const test: ConditionTest = { field: name, how, value: field.values ? values.join('、') : (text ?? '') };
    const why = (await changed('write', file, { do: 'addCondition', sheet, row, test }, language, say('moved')))[0];
    if (why === undefined) onClose();
    else setProblem(why);
  };
  return (
    <fieldset
      ref={box}
      className={styles.form}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <legend className="unseen">{say('conditionHow')}</legend>
      <ChoiceField
        label={say('conditionField')}
        options={choices(fields.map((one) => one.name))}
        value={name}
        onChange={(next) => {
          setName(next);
          const of = fields.find((one) => one.name === next);
          setHow(of ? (howsOf(of)[0] ?? 'is') : 'is');
          setValues([]);
          setText(undefined);
          setProblem(undefined);
        }}
      />
      {field ? (
        <FewField
          label={say('conditionIs')}
          options={hows.map(({ words }) => ({ value: words }))}
          value={hows.find(({ one }) => one === how)?.words}
          onChange={(words) => {
            const found = hows.find((one) => one.words === words);
            if (found) setHow(found.one);
          }}
        />
      ) : null}
      {field && field.type !== 'truth' ? (
        field.values ? (
          <ChoicesField
            label={say('conditionValues')}
            options={choices(field.values)}
            value={values}
            onChange={(next) => setValues(next ?? [])}
          />
        ) : (
          <TextField
            label={say('conditionValue')}
            {...(field.sample === undefined ? {} : { placeholder: field.sample })}
            value={text}
            onChange={setText}
            message={problem === undefined ? undefined : { tone: 'problem', text: problem }}
          />
        )
      ) : null}
      {problem !== undefined && field?.values ? <p className={styles.problem}>{problem}</p> : null}
      <div className={styles.acts}>
        <Button small kind="primary" disabled={!ready} onClick={() => void write()}>
          {say('conditionAdd')}
        </Button>
        <Button small kind="quiet" onClick={onClose}>
          {say('conditionLeave')}
        </Button>
      </div>
    </fieldset>
  );
}

const HOWS = { is: 'howIs', not: 'howNot', '≥': 'howLeast', '≤': 'howMost', '>': 'howMore', '<': 'howLess' } as const;
