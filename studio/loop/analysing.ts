import { analysed, analysis, foundWrong, scenariosRun } from '../store/analysis.ts';
import { workspace } from '../store/workspace.ts';
import type { Client } from '../worker/client.ts';
import type { DocumentVersion } from '../worker/protocol.ts';
import { isComposing, whenComposed } from './composition.ts';
import type { Texts } from './texts.ts';

/**
 * Text → worker → findings. One question is under way at a time; what is typed meanwhile makes one more when it is answered. An answer
 * about a text that is no longer the text is dropped.
 */
export interface Analysing {
  /** The text changed. */
  look(): void;
}

const SCENARIO_PAUSE_MS = 120;

/** `onAsked`: the question has gone out, and what is less urgent can follow it. */
export function createAnalysing(client: Client, texts: Texts, onAnalysed: () => void, onAsked: () => void = () => undefined): Analysing {
  let underWay = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let scenarioTimer: ReturnType<typeof setTimeout> | undefined;

  const scenarios = async (): Promise<void> => {
    const { version } = workspace.getState();
    const outcome = await client.ask('scenarios', { kind: 'scenarios' }, version);
    if (!outcome.ok) return;
    whenComposed(() => {
      if (outcome.version === workspace.getState().version)
        analysis.setState((state) => scenariosRun(state, outcome.version, outcome.reply.scenarios));
    });
  };

  /** What a hand waits for most; the rest of the analysis comes after it. */
  const findings = async (version: DocumentVersion): Promise<void> => {
    const outcome = await client.ask('findings', { kind: 'findings' }, version);
    if (!outcome.ok) return;
    whenComposed(() => {
      if (workspace.getState().version === version) analysis.setState((state) => foundWrong(state, version, outcome.reply.diagnostics));
    });
  };

  const ask = async (): Promise<void> => {
    timer = undefined;
    if (underWay) return;
    if (isComposing()) {
      // A composition that is called off changes no text, and nothing else would ask again.
      whenComposed(() => void ask());
      return;
    }
    underWay = true;
    const { version } = workspace.getState();
    texts.push();
    void findings(version);
    const answered = client.ask('analyse', { kind: 'analyse' }, version);
    onAsked();
    const outcome = await answered;
    underWay = false;
    if (workspace.getState().version !== version) {
      look();
      return;
    }
    if (!outcome.ok) {
      analysis.setState({ running: false });
      return;
    }
    whenComposed(() => {
      if (workspace.getState().version !== version) return;
      analysis.setState((state) => analysed(state, outcome.version, outcome.reply));
      onAnalysed();
      clearTimeout(scenarioTimer);
      scenarioTimer = setTimeout(() => void scenarios(), SCENARIO_PAUSE_MS);
    });
  };

  const look = (): void => {
    whenComposed(() => {
      if (!analysis.getState().running) analysis.setState({ running: true });
      clearTimeout(timer);
      // What comes together, such as the edits of one step, is asked about once; what is typed later waits for the answer anyhow.
      timer = setTimeout(() => void ask(), 0);
    });
  };

  return { look };
}
