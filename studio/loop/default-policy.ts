import { analysis } from '../store/analysis.ts';
import { layout } from '../store/layout.ts';
import { chosen, workspace } from '../store/workspace.ts';

/** Every screen but the first is about a policy: when none is chosen, or the chosen one is gone, the one with the most files is taken. */
export function keepPolicyChosen(): () => void {
  const choose = (): void => {
    const declared = analysis.getState().analysis?.declared ?? [];
    const { policy, openFile } = workspace.getState();
    if (declared.length === 0 || declared.some((one) => one.name === policy)) return;
    if (policy === undefined && layout.getState().view === 'start') return;
    const open = declared.find((one) => openFile !== undefined && one.files.includes(openFile));
    const largest = declared.toSorted((a, b) => b.files.length - a.files.length)[0];
    const taken = open ?? largest;
    if (taken) workspace.setState((state) => chosen(state, { policy: taken.name }));
  };
  const stops = [analysis.subscribe(choose), layout.subscribe(choose)];
  return () => {
    for (const stop of stops) stop();
  };
}
