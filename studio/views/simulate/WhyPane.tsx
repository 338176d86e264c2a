import { useState } from 'react';
import { useStore } from 'zustand';
import { hovering } from '../../store/hovering.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Pane } from '../../ui/Pane.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { Alternatives } from './Alternatives.tsx';
import { Blocked, Reversed } from './Blocked.tsx';
import { Excerpt } from './Excerpt.tsx';
import { explanationText } from './explanation-text.ts';
import { groundsOf } from './grounds.ts';
import { figureName } from './Headline.tsx';
import { selectStep } from './linking.ts';
import { hoverPaints, paintsOf, remarksOf } from './marks.ts';
import { ScenarioDialog } from './ScenarioDialog.tsx';
import { SetDialog } from './SetDialog.tsx';
import { Steps } from './Steps.tsx';
import type { Step } from './select.ts';
import { currentAnswer, headlineOf, mostTelling, stepsOf } from './select.ts';
import { simulateWords } from './strings.ts';
import type { Desk } from './use-desk.ts';
import styles from './Why.module.css';

/** Why the figures are what they are: painted on the rule text, then step by step. */
export function WhyPane({ desk }: { readonly desk: Desk }) {
  const say = useWords(simulateWords);
  const language = useLanguage();
  const [all, setAll] = useState(false);
  const [saving, setSaving] = useState(false);
  const [keeping, setKeeping] = useState(false);
  const [copied, setCopied] = useState(false);
  const answer = currentAnswer(desk.state);
  const steps = stepsOf(answer);
  const looked =
    steps.find((step) => step.line.address === desk.state.step) ?? steps.find((step) => step.line.address === mostTelling(answer));
  const shown = all ? steps : steps.filter((step) => !step.supporting || step === looked);
  const pointed = useStore(hovering, (state) => steps.find((step) => step.line.address === state.address));
  const grounds = looked === undefined || answer === undefined ? undefined : groundsOf(looked.line, answer);
  const look = (step: Step): void => selectStep(answer, step.line.address);
  const copy = (): void => {
    if (!answer) return;
    const figures = headlineOf(answer, desk.summary).map((figure) => ({ name: figureName(figure, say), amount: figure.amount }));
    void navigator.clipboard
      .writeText(explanationText({ patient: desk.patient.name, policy: desk.summary.name, figures, steps, language }))
      .then(() => setCopied(true));
  };
  return (
    <Pane
      paneId="why"
      icon="rule"
      title={say('why')}
      hint={say('whyHint')}
      bare
      extra={looked === undefined ? null : <Tag tone="indigo">{say('stepAt', { mark: looked.mark })}</Tag>}
      foot={
        <>
          <Button small icon="save" disabled={answer === undefined} onClick={() => setSaving(true)}>
            {say('saveScenario')}
          </Button>
          <Button small icon="person" disabled={answer === undefined} onClick={() => setKeeping(true)}>
            {say('saveInSet')}
          </Button>
          <Button small icon={copied ? 'holds' : 'copy'} disabled={steps.length === 0} onClick={copy}>
            {say(copied ? 'copied' : 'copyWhy')}
          </Button>
        </>
      }
    >
      {looked === undefined || answer === undefined || grounds === undefined ? (
        desk.visit.reverses !== undefined && answer?.status === 'settled' ? (
          <Reversed desk={desk} of={desk.visit.reverses} />
        ) : (
          <Blocked answer={answer} />
        )
      ) : (
        <>
          <Excerpt
            focus={grounds.focus}
            paints={[...paintsOf(steps, looked, grounds), ...(pointed === undefined ? [] : hoverPaints(pointed, answer))]}
            remarks={remarksOf(steps, looked, grounds.focus)}
            looked={looked.line.address}
            onRemark={(address) => selectStep(answer, address)}
          />
          <div className={styles.head}>
            <h3>{say('steps')}</h3>
            <Segmented
              label={say('shownSteps')}
              value={all ? 'all' : 'main'}
              options={[
                { value: 'main', text: say('mainSteps') },
                { value: 'all', text: say('allSteps') },
              ]}
              onChange={(value) => setAll(value === 'all')}
            />
          </div>
          <Steps answer={answer} steps={shown} looked={looked} pointed={pointed} expert={all} onLook={look} />
          <Alternatives desk={desk} answer={answer} />
        </>
      )}
      {saving ? <ScenarioDialog desk={desk} onClose={() => setSaving(false)} /> : null}
      {keeping ? <SetDialog desk={desk} onClose={() => setKeeping(false)} /> : null}
    </Pane>
  );
}
