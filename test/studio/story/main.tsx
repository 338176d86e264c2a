/** The simulate view over answers written by hand; `?state=open&lang=en&theme=dark`. For looking at, not shipped. */
import { createRoot } from 'react-dom/client';
import amendment from '../../../policies/510700-绵阳市/amendments/2023-01-01-职工门诊共济.yice?raw';
import { startLoop } from '../../../studio/loop/loop.ts';
import { simulation } from '../../../studio/store/simulation.ts';
import { workspace } from '../../../studio/store/workspace.ts';
import { setLanguage } from '../../../studio/strings/strings.ts';
import { Theme } from '../../../studio/ui/Theme.tsx';
import Simulate from '../../../studio/views/simulate/Simulate.tsx';
import type { Curve, Reply, Request } from '../../../studio/worker/protocol.ts';
import {
  analysisOf,
  assumedAnswer,
  FILE,
  ineligibleAnswer,
  missingAnswer,
  openAnswer,
  POLICY,
  patient,
  refusedAnswer,
  settlement,
} from '../../kit/mianyang-answers.ts';

const query = new URLSearchParams(location.search);
const state = query.get('state') ?? 'settled';
const language = query.get('lang') === 'en' ? 'en' : 'zh';
const theme = query.get('theme') === 'dark' ? 'dark' : 'light';

const answers = settlement(amendment);
const other = {
  open: openAnswer,
  missing: missingAnswer,
  refused: refusedAnswer,
  ineligible: ineligibleAnswer,
  assumed: assumedAnswer(amendment),
}[state];
const shown = other ? { ...answers, answers: [...answers.answers.slice(0, 2), other] } : answers;

const curve: Curve = {
  part: '政策范围内',
  points: [
    ['0.00', '0.00'],
    ['2166.67', '866.67'],
    ['4000.00', '2700.00'],
    ['6000.00', '4700.00'],
  ].map(([at = '', personal = '']) => ({ at, personal, funds: '0.00' })),
  kinks: [{ at: '2166.67', personal: '866.67', funds: '1300.00', cause: '限额用完' }],
  here: { at: '4000.00', personal: '2700.00', funds: '1300.00' },
};

const bodyFor = (request: Request): Reply | undefined => {
  const same = { id: request.id, version: request.version };
  if (request.kind === 'analyse') return { ...same, kind: 'analysed', ...analysisOf(amendment) };
  if (request.kind === 'settle') return { ...same, kind: 'settled', settlement: shown };
  if (request.kind === 'curve') return { ...same, kind: 'curve', curve };
  return undefined;
};

workspace.setState({ files: { [FILE]: { path: FILE, text: amendment } }, version: 1, policy: POLICY, day: '2023-05-08' });
simulation.setState({
  patients: [patient],
  patientId: 'p1',
  encounterId: 'p1-3',
  step: '门诊统筹.支付',
  ...(query.has('suppose') ? { suppose: { [POLICY]: { 市外比例: '70' } } } : {}),
});
startLoop((onReply) => ({
  post: (request) => {
    const reply = bodyFor(request);
    if (reply) setTimeout(() => onReply(reply), 5);
  },
  close: () => undefined,
}));
setLanguage(language);
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <Theme name={theme} language={language}>
      <div style={{ height: '100%', display: 'grid', gridTemplate: '46px minmax(0, 1fr) 26px / 60px minmax(0, 1fr)' }}>
        <div style={{ gridColumn: '1 / 3', background: 'var(--surface)', borderBottom: '1px solid var(--line)' }} />
        <div style={{ background: 'var(--surface)', borderRight: '1px solid var(--line)' }} />
        <main style={{ minWidth: 0, minHeight: 0 }}>
          <Simulate />
        </main>
        <div style={{ gridColumn: '1 / 3', background: 'var(--surface)', borderTop: '1px solid var(--line)' }} />
      </div>
    </Theme>,
  );
