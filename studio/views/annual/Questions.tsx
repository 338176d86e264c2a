import { useEffect, useRef } from 'react';
import type { AnnualDraft, Decision } from '../../store/annual.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { AnnualReading } from '../../worker/protocol.ts';
import { decide, goOn, lookAt } from './decide.ts';
import { NotARule } from './NotARule.tsx';
import styles from './Questions.module.css';
import type { QuestionRow } from './select.ts';
import { laterReason, unitReason } from './select.ts';
import { annualWords } from './strings.ts';
import { ValueChoice } from './ValueChoice.tsx';

interface Shared {
  readonly current: number | undefined;
  readonly annual: AnnualReading;
  readonly draft: AnnualDraft;
}

/** What the notice leaves open, with the choices worked out on an example. */
export function Questions({ rows, ...rest }: Shared & { readonly rows: readonly QuestionRow[] }) {
  const say = useWords(annualWords);
  return (
    <section className={styles.ask} aria-label={say('questionsTitle', { count: rows.length })}>
      <header>
        <Icon name="open" />
        <b>{say('questionsTitle', { count: rows.length })}</b>
        <span>{say('questionsHint')}</span>
      </header>
      {rows.map((row) => (
        <Question key={row.number.index} row={row} {...rest} />
      ))}
    </section>
  );
}

function Question({ row, current, annual: found, draft }: Shared & { readonly row: QuestionRow }) {
  const say = useWords(annualWords);
  const language = useLanguage();
  const line = useRef<HTMLDivElement>(null);
  const { number, proposal, value, decision } = row;
  const here = current === number.index;
  useEffect(() => {
    if (here && !line.current?.contains(document.activeElement)) line.current?.focus();
  }, [here]);
  const asked = found.questions.find((one) => one.number === number.index);
  const claim = found.reading.claims.find(({ by }) => by === number.index);
  const text = claim?.text ?? number.text;
  const points = proposal.text ?? '';
  const why = unitReason(text);
  const same = value?.status === 'assumed' && value.literal === points;
  const choices: readonly { readonly words: string; readonly decision: Decision }[] =
    row.kind === 'unit' && value
      ? [
          { words: `${say('asPoints')} ${points}`, decision: { kind: 'accept', path: value.path, text: points } },
          ...(asked?.relative === undefined
            ? []
            : [{ words: `${say('asShare')} ${number.text}`, decision: { kind: 'lines', text: asked.relative } as const }]),
          same
            ? { words: say('keepAssumed'), decision: { kind: 'keep' } }
            : { words: say('keepAssumed'), decision: { kind: 'assume', path: value.path, text: points, why } },
          { words: say('stopThere'), decision: { kind: 'open', path: value.path, why } },
        ]
      : row.kind === 'when' && value
        ? [
            { words: say('waitForDay'), decision: { kind: 'keep' } },
            { words: say('withThis'), decision: { kind: 'accept', path: value.path, text: points } },
            { words: say('stopThere'), decision: { kind: 'open', path: value.path, why: laterReason } },
          ]
        : [];
  const fitting = found.values.filter(({ amendable, kind }) => amendable && (kind === number.kind || kind === 'open'));
  const chosen = (one: Decision): boolean => decision !== undefined && JSON.stringify(one) === JSON.stringify(decision);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: takes the focus as the row that is looked at
    <div
      ref={line}
      tabIndex={here ? 0 : -1}
      className={classes(styles.row, here && styles.current)}
      onClick={() => lookAt(number.index)}
      onKeyDown={(event) => {
        if (event.target !== line.current || event.nativeEvent.isComposing || event.ctrlKey) return;
        const pick =
          event.key === 'Enter'
            ? choices.find(({ decision: one }) => one.kind === 'keep' || one.kind === 'assume')
            : choices[Number(event.key) - 1];
        if (!pick) return;
        event.preventDefault();
        decide(draft.policy, number.index, pick.decision);
        goOn(found, draft.policy, number.index);
      }}
    >
      <span className={styles.mark}>{row.mark}</span>
      <div className={styles.words}>
        <div>
          {row.kind === 'unit'
            ? say('unitQuestion', { text })
            : row.kind === 'when'
              ? say('whenQuestion', { text: points })
              : say('unclearQuestion', { text: number.text })}
          {value ? <small> {value.words[language]}</small> : null}
        </div>
        <q>{found.text.slice(proposal.quote.start, proposal.quote.end)}</q>
        {asked?.example ? (
          <small>{say('unitExample', asked.example)}</small>
        ) : row.kind === 'when' && value ? (
          <small>{say('whenExample', { old: value.literal ?? value.text, now: points })}</small>
        ) : (
          <small>{proposal.why[language]}</small>
        )}
      </div>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <Button
            key={choice.words}
            small
            pressed={chosen(choice.decision)}
            onClick={() => {
              // What is chosen stays chosen: a second press is no change of mind.
              if (!chosen(choice.decision)) decide(draft.policy, number.index, choice.decision);
            }}
          >
            {chosen(choice.decision) ? `✓ ${choice.words}` : choice.words}
          </Button>
        ))}
        {row.kind === 'unclear' ? (
          decision?.kind === 'notARule' ? (
            <Button small pressed onClick={() => decide(draft.policy, number.index, undefined)}>
              {`✓ ${say('notARule')}: ${decision.why}`}
            </Button>
          ) : (
            <>
              <ValueChoice
                label={say('chooseValue')}
                policy={draft.policy}
                number={number.index}
                text={proposal.text ?? number.text}
                fitting={fitting}
              />
              <NotARule policy={draft.policy} number={number.index} />
            </>
          )
        ) : null}
      </div>
    </div>
  );
}
