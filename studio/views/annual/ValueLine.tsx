import { useEffect, useRef, useState } from 'react';
import type { AnnualDraft } from '../../store/annual.ts';
import type { Language } from '../../strings/strings.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import type { AnnualReading } from '../../worker/protocol.ts';
import styles from './ChangeTable.module.css';
import { Verdict } from './ChangeTable.tsx';
import { acceptRow, decide, goOn, lookAt, typeOver } from './decide.ts';
import { NotARule } from './NotARule.tsx';
import type { ValueRow } from './select.ts';
import { SAMPLES, shownText, withUnit } from './select.ts';
import { annualWords } from './strings.ts';

/** One value with its new number: ↵ accepts it and goes on, typing writes over it. */
export function ValueLine({
  row,
  current,
  annual: found,
  draft,
  language,
}: {
  readonly row: ValueRow;
  readonly current: boolean;
  readonly annual: AnnualReading;
  readonly draft: AnnualDraft;
  readonly language: Language;
}) {
  const say = useWords(annualWords);
  const line = useRef<HTMLTableRowElement>(null);
  const [editing, setEditing] = useState<string | undefined>();
  const { value, number, check, decision } = row;
  const { policy } = draft;
  useEffect(() => {
    if (current && !line.current?.contains(document.activeElement)) line.current?.focus();
  }, [current]);
  const typed = editing === undefined ? undefined : withUnit(editing, value.kind);
  const kindWords = value.kind === 'money' ? say('kindMoney') : value.kind === 'ratio' ? say('kindRatio') : say('kindOther');

  const accept = (): void => {
    acceptRow(found, policy, row);
    goOn(found, policy, number.index);
  };
  const leave = (keep: boolean): void => {
    if (keep && editing !== undefined && typed === undefined) return;
    if (keep && typed !== undefined) {
      typeOver(policy, number.index, typed);
      decide(policy, number.index, { kind: 'accept', path: value.path, text: typed });
    }
    setEditing(undefined);
    line.current?.focus();
    if (keep) goOn(found, policy, number.index);
  };
  const verdict = (): { readonly good: boolean; readonly words: string } | undefined => {
    if (decision?.kind === 'notARule') return undefined;
    if (check && check.verdict === 'agrees') return { good: true, words: say('agrees', { claim: check.claim ?? '' }) };
    if (check && check.verdict === 'differs')
      return {
        good: false,
        words:
          check.should === undefined
            ? say('differsOld', { claim: check.claim ?? '' })
            : say('differs', { claim: check.claim ?? '', should: check.should }),
      };
    return row.text === row.proposed
      ? { good: true, words: say('literal') }
      : { good: false, words: say('typedOver', { text: number.text }) };
  };
  const shown = verdict();
  const out = decision?.kind === 'notARule';

  return (
    <tr
      ref={line}
      tabIndex={current ? 0 : -1}
      data-number={number.index}
      aria-current={current ? 'true' : undefined}
      className={classes(styles.row, current && styles.current, out && styles.out)}
      onClick={() => lookAt(number.index)}
      onKeyDown={(event) => {
        if (event.target !== line.current || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key === 'Enter') accept();
        else if (event.key === 'F2') setEditing(row.text);
        else if (/^\d$/u.test(event.key)) setEditing(event.key);
        else return;
        event.preventDefault();
      }}
    >
      <td className={styles.mark}>{row.mark}</td>
      <th scope="row">{value.short[language]}</th>
      <td className={classes(styles.number, styles.old)}>{shownText(value.literal ?? value.text)}</td>
      <td className={styles.arrow} aria-hidden="true">
        →
      </td>
      <td className={classes(styles.number, styles.new)}>
        {editing === undefined ? (
          <button type="button" className={styles.value} title={value.path} onClick={() => setEditing(row.text)}>
            {out ? '—' : shownText(row.text)}
          </button>
        ) : (
          <>
            <input
              // The row is typed into: the caret goes where the typing is.
              // biome-ignore lint/a11y/noAutofocus: opened by typing
              autoFocus
              className={styles.input}
              aria-label={`${value.words[language]} ${say('newValue')}`}
              aria-invalid={typed === undefined}
              value={editing}
              onChange={(event) => setEditing(event.target.value)}
              onBlur={() => setEditing(undefined)}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing) return;
                if (event.key === 'Enter' && !event.ctrlKey) leave(true);
                else if (event.key === 'Escape') leave(false);
                else return;
                event.preventDefault();
                event.stopPropagation();
              }}
            />
            {typed === undefined && editing !== '' ? (
              <span role="alert" className={styles.problem}>
                {say('unreadable', { text: editing, kind: kindWords, sample: SAMPLES[value.kind] ?? '' })}
              </span>
            ) : null}
          </>
        )}
      </td>
      <td className={styles.number}>{out ? '' : (check?.difference?.[language] ?? '')}</td>
      <td className={styles.against}>
        {out ? say('setAside', { why: decision.why }) : shown ? <Verdict good={shown.good}>{shown.words}</Verdict> : null}
      </td>
      <td className={styles.actions}>
        {row.state === 'todo' ? (
          <>
            <Button small {...(current ? { keys: '↵' } : {})} onClick={accept}>
              {say('accept')}
            </Button>
            <NotARule policy={policy} number={number.index} />
          </>
        ) : (
          <Button small kind="quiet" pressed onClick={() => decide(policy, number.index, undefined)}>
            {out ? say('notARule') : `✓ ${say('acceptedMark')}`}
          </Button>
        )}
      </td>
    </tr>
  );
}
