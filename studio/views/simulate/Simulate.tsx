import { memo, useEffect } from 'react';
import { useStore } from 'zustand';
import { analysis, summaryOf } from '../../store/analysis.ts';
import { layout } from '../../store/layout.ts';
import { currentPatient, simulation } from '../../store/simulation.ts';
import { workspace } from '../../store/workspace.ts';
import { moneyText } from '../../strings/money.ts';
import { useWords } from '../../strings/use-words.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Live } from '../../ui/Live.tsx';
import { Pane } from '../../ui/Pane.tsx';
import { Panels } from '../../ui/Panels.tsx';
import { useWindowWidth } from '../../ui/use-window-width.ts';
import styles from './Desk.module.css';
import { FromSet } from './FromSet.tsx';
import { figureName } from './Headline.tsx';
import { NoDesk } from './NoDesk.tsx';
import { Openings } from './Openings.tsx';
import { PatientHead, PatientMenu, showNeighbour } from './PatientHead.tsx';
import { ResultPane } from './ResultPane.tsx';
import { currentAnswer, headlineOf } from './select.ts';
import { layOut } from './start.ts';
import { noticeOf } from './status.ts';
import { simulateWords } from './strings.ts';
import type { Desk } from './use-desk.ts';
import { change, useDesk, useDeskAtHand, useDeskLater } from './use-desk.ts';
import { VisitForm } from './VisitForm.tsx';
import { Visits } from './Visits.tsx';
import { WhyPane } from './WhyPane.tsx';

/** Pixels for an outer pane: in a small, a usual and a wide window. */
const widthFor = (width: number, small: number, usual: number, wide: number): number =>
  width < 1380 ? small : width < 1800 ? usual : wide;

/** Sample patients, settled as they are typed: who pays what, and why. */
export default function Simulate() {
  const say = useWords(simulateWords);
  usePatientOfPolicy();
  const desk = useDesk();
  const atHand = useDeskAtHand(desk);
  const sizes = useStore(layout, (state) => state.sizes.simulate);
  const width = useWindowWidth();
  if (!desk || !atHand) return <NoDesk />;
  return (
    <>
      <h1 className="unseen">{say('title')}</h1>
      <Panels
        id="simulate"
        tabsBelow={1080}
        tabsLabel={say('panes')}
        {...(sizes ? { sizes } : {})}
        onSizes={(next) => layout.setState((state) => ({ sizes: { ...state.sizes, simulate: next } }))}
        panes={[
          { id: 'desk', name: say('who'), size: widthFor(width, 264, 288, 340), min: 240, max: 460, content: <DeskPane desk={atHand} /> },
          { id: 'result', name: say('result'), min: 400, content: <ResultPane desk={desk} /> },
          { id: 'why', name: say('why'), size: widthFor(width, 344, 400, 560), min: 300, max: 720, content: <Why /> },
        ]}
      />
      <Spoken desk={desk} />
    </>
  );
}

/** What explains a result comes after it. */
const Why = memo(function Why() {
  const desk = useDeskLater();
  return desk ? <WhyPane desk={desk} /> : null;
});

const DeskPane = memo(function DeskPane({ desk }: { readonly desk: Desk }) {
  const say = useWords(simulateWords);
  return (
    <Pane paneId="desk" icon="person" title={say('who')} extra={<PatientMenu desk={desk} />}>
      <PatientHead desk={desk} />
      <FromSet desk={desk} />
      <VisitForm key={desk.patient.id} desk={desk} />
      <Visits desk={desk} />
      <Openings desk={desk} />
      <div className={styles.knownOn}>
        <DateField
          label={say('knownOn')}
          note={say('knownOnHint')}
          value={desk.state.knownOn}
          placeholder={say('knownOnAll')}
          onChange={(knownOn) => change((state) => ({ ...state, knownOn }))}
        />
      </div>
    </Pane>
  );
});

/** There is always a patient of the chosen policy on the desk, and Alt+↑ ↓ change places. */
function usePatientOfPolicy(): void {
  const policy = useStore(workspace, (state) => state.policy);
  const summary = useStore(analysis, (now) => summaryOf(now, policy)?.summary);
  const patientPolicy = useStore(simulation, (state) => currentPatient(state)?.policy);
  useEffect(() => {
    if (!summary || patientPolicy === summary.name) return;
    void layOut(summary);
  }, [summary, patientPolicy]);
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (!event.altKey || event.isComposing || policy === undefined || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      showNeighbour(policy, event.key === 'ArrowUp' ? -1 : 1);
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  }, [policy]);
}

/** The result in one sentence, for the live region. */
function Spoken({ desk }: { readonly desk: Desk }) {
  const say = useWords(simulateWords);
  const answer = currentAnswer(desk.state);
  if (!answer) return <Live text="" />;
  const notice = noticeOf(answer, say);
  const figures = headlineOf(answer, desk.summary).map((figure) => `${figureName(figure, say)} ${moneyText(figure.amount)}`);
  return <Live text={notice ? notice.title : say('liveSettled', { figures: figures.join(say('listed')) })} />;
}
