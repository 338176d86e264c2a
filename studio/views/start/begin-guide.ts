import { reveal } from '../../loop/loop.ts';
import { analysis, summaryOf } from '../../store/analysis.ts';
import { guide } from '../../store/guide.ts';
import { patientAdded, simulation } from '../../store/simulation.ts';
import { chosen, workspace } from '../../store/workspace.ts';
import { DEMO_DAY, DEMO_POLICY, demoFields, demoPlace } from './demo.ts';

/** The made-up patient of the guided first run. */
export const GUIDE_PATIENT = 'guide';

/** Opens the text at the number that is to be changed, with a patient on the desk whom it concerns; as soon as the rules have been read. */
export function beginGuide(name: string): void {
  const place = demoPlace(workspace.getState().files);
  const found = summaryOf(analysis.getState(), DEMO_POLICY);
  if (!found) {
    const stop = analysis.subscribe((now) => {
      if (!summaryOf(now, DEMO_POLICY)) return;
      stop();
      beginGuide(name);
    });
    return;
  }
  if (!place) return;
  const { summary } = found;
  guide.setState({ walking: true, file: place.file, before: undefined, after: undefined, percent: undefined });
  workspace.setState((state) => chosen(state, { policy: DEMO_POLICY, day: DEMO_DAY }));
  simulation.setState((state) =>
    patientAdded(state, {
      id: GUIDE_PATIENT,
      name,
      policy: DEMO_POLICY,
      encounters: [{ id: 'guide-1', fields: demoFields(summary) }],
      openings: [],
    }),
  );
  reveal(place);
}
