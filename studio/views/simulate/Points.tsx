import { useState } from 'react';
import type { ReasonRef } from '../../../runtime/answer.ts';
import type { IrType, Literal } from '../../../runtime/ir/types.ts';
import { reveal } from '../../loop/loop.ts';
import { supposed } from '../../store/simulation.ts';
import { exampleOf, readQuantity, showQuantity } from '../../strings/quantities.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceField } from '../../ui/fields.tsx';
import { TypedField } from '../../ui/TypedField.tsx';
import styles from './Points.module.css';
import { simulateWords } from './strings.ts';
import type { Desk } from './use-desk.ts';
import { change } from './use-desk.ts';

/** Reasons with what can be done about each: show the rule, or try a value that never touches the policy. */
export function Points({ desk, points, canTry }: { readonly desk: Desk; readonly points: readonly ReasonRef[]; readonly canTry: boolean }) {
  return (
    <ul className={styles.points}>
      {points.map((point) => (
        <Point key={`${point.address}${point.reason}`} desk={desk} point={point} canTry={canTry} />
      ))}
    </ul>
  );
}

/** How the sentence that is missing would read, by what it is about. */
const LACKS: Readonly<Partial<Record<IrType['kind'], 'lackMoney' | 'lackShare' | 'lackDay'>>> = {
  money: 'lackMoney',
  ratio: 'lackShare',
  points: 'lackShare',
  date: 'lackDay',
};

function Point({ desk, point, canTry }: { readonly desk: Desk; readonly point: ReasonRef; readonly canTry: boolean }) {
  const say = useWords(simulateWords);
  const [trying, setTrying] = useState(canTry);
  // What an earlier layer leaves open is named after its policy.
  const address = point.policy === undefined || point.policy === desk.summary.name ? point.address : `${point.policy}.${point.address}`;
  const open = desk.summary.open.find((one) => one.address === address);
  return (
    <li className={styles.point}>
      <div className={styles.words}>
        <b>{point.address}</b>
        <span className={styles.reason}>{point.reason}</span>
      </div>
      {canTry ? (
        <p className={styles.lack}>
          {address === point.address ? null : <>{say('ofLayer', { policy: point.policy ?? '' })} · </>}
          {say(LACKS[open?.type?.kind ?? 'text'] ?? 'lackOther', { what: point.address })}
          <br />
          {say('whoSettles', { area: desk.summary.area.name })}
        </p>
      ) : null}
      <div className={styles.acts}>
        <Button small kind="quiet" icon="rule" onClick={() => reveal(point.source)}>
          {say('showRule')}
        </Button>
        {open?.type === undefined ? null : trying ? (
          <Try desk={desk} address={address} type={open.type} values={open.values} />
        ) : (
          <Button small onClick={() => setTrying(true)}>
            {say('tryNumber')}
          </Button>
        )}
      </div>
      {open?.type === undefined && canTry ? <p className={styles.remark}>{say('noTry')}</p> : null}
    </li>
  );
}

function Try({
  desk,
  address,
  type,
  values,
}: {
  readonly desk: Desk;
  readonly address: string;
  readonly type: IrType;
  readonly values: readonly string[] | undefined;
}) {
  const say = useWords(simulateWords);
  const { name } = desk.summary;
  const set = (value: Literal | undefined): void => change((state) => supposed(state, name, address, value));
  const value = desk.state.suppose[name]?.[address];
  if (values) {
    return (
      <div className={styles.try}>
        <ChoiceField
          label={say('tryNumber')}
          options={values.map((one) => ({ value: one }))}
          value={typeof value === 'string' ? value : undefined}
          onChange={set}
        />
      </div>
    );
  }
  const example = exampleOf(type);
  return (
    <div className={styles.try}>
      <TypedField<Literal>
        label={say('tryNumber')}
        whenDone
        value={value}
        show={(literal) => showQuantity(literal, type)}
        placeholder={say('tryPlaceholder', { example })}
        onChange={set}
        read={(typed) => {
          const reading = readQuantity(typed, type);
          switch (reading.kind) {
            case 'literal':
              return { value: reading.literal };
            case 'empty':
              return { value: undefined };
            case 'unreadable':
              return { problem: say('tryUnreadable', { text: typed.trim(), example }) };
            case 'tooFine':
              return { problem: say('tryTooFine', { text: typed.trim() }) };
          }
        }}
      />
    </div>
  );
}

/** The values that are tried now, each to be taken back. */
export function Supposed({ desk }: { readonly desk: Desk }) {
  const say = useWords(simulateWords);
  const { name, open } = desk.summary;
  const values = Object.entries(desk.state.suppose[name] ?? {});
  if (values.length === 0) return null;
  return (
    <div className={styles.supposed}>
      <b>{say('supposedTitle', { count: values.length })}</b>
      {values.map(([address, value]) => {
        const type = open.find((one) => one.address === address)?.type;
        return (
          <span key={address} className={styles.chip}>
            {address} = {type === undefined ? String(value) : showQuantity(value, type)}
            <Button small kind="quiet" onClick={() => change((state) => supposed(state, name, address, undefined))}>
              {say('takeBack')}
            </Button>
          </span>
        );
      })}
    </div>
  );
}
