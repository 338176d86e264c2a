import { useState } from 'react';
import { useStore } from 'zustand';
import type { SideWanted } from '../../loop/compare.ts';
import { analysis } from '../../store/analysis.ts';
import type { SideName } from '../../store/comparison.ts';
import { comparison, sideWished } from '../../store/comparison.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Floating.tsx';
import { ChoiceField } from '../../ui/fields.tsx';
import styles from './Compare.module.css';
import { othersOf, wishedSide } from './sides.ts';
import { compareWords } from './strings.ts';

/** Any day, any known-on day, and where areas are compared any policy of the same kind. */
export function SideDialog({
  place,
  side,
  onClose,
}: {
  readonly place: SideName;
  readonly side: SideWanted;
  readonly onClose: () => void;
}) {
  const say = useWords(compareWords);
  const choice = useStore(comparison);
  const state = useStore(analysis);
  const policy = useStore(workspace, (now) => now.policy) ?? '';
  const [day, setDay] = useState<string | undefined>(side.day);
  const [knownOn, setKnownOn] = useState(side.knownOn);
  const own = wishedSide(choice, place);
  const choosesPolicy = choice.mode === 'areas' && own === 'after';
  const [other, setOther] = useState<string | undefined>(side.policy);
  const done = (): void => {
    comparison.setState((now) => ({
      ...sideWished(now, own, {
        ...(day === undefined || (day === side.day && now[own].day === undefined) ? {} : { day }),
        ...(knownOn === undefined ? {} : { knownOn }),
      }),
      ...(choosesPolicy ? { other } : {}),
    }));
    onClose();
  };
  const reset = (): void => {
    comparison.setState((now) => sideWished(now, own, {}));
    onClose();
  };
  return (
    <Dialog
      open
      title={say(place === 'before' ? 'beforeSide' : 'afterSide')}
      onClose={onClose}
      width={420}
      foot={
        <>
          <Button onClick={reset}>{say('asUsual')}</Button>
          <Button kind="primary" onClick={done}>
            {say('done')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {choosesPolicy ? (
          <ChoiceField
            label={say('policy')}
            value={other}
            options={othersOf(state, policy).map(({ name }) => ({ value: name }))}
            onChange={(name) => {
              setOther(name);
              if (name !== other) setDay(undefined);
            }}
          />
        ) : null}
        <DateField label={say('day')} value={day} onChange={setDay} />
        <DateField label={say('knownOn')} note={say('knownOnNote')} value={knownOn} onChange={setKnownOn} />
      </div>
    </Dialog>
  );
}
