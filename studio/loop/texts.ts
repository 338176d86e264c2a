import { isPatientSet } from '../store/patient-sets.ts';
import { workspace } from '../store/workspace.ts';
import type { Client } from '../worker/client.ts';
import type { TextFile } from '../worker/protocol.ts';

/** Keeps the worker's texts those of the workspace: sends what changed since it was last told, before anything is asked. Sample
 * patients say nothing about the law and are not sent. */
export interface Texts {
  /** Sends what changed; nothing when nothing did. */
  push(): void;
  /** The worker was started anew and knows nothing. */
  forget(): void;
}

const isRule = ({ path }: TextFile): boolean => path.endsWith('.yice');
const isDocument = ({ path }: TextFile): boolean => path.endsWith('.txt');

export function createTexts(client: Client): Texts {
  let sent = new Map<string, string>();
  let sentVersion = -1;
  return {
    push: () => {
      const { files, version } = workspace.getState();
      if (version === sentVersion) return;
      const texts = Object.values(files).filter(({ path }) => !isPatientSet(path));
      const changed = texts.filter((file) => sent.get(file.path) !== file.text).map(({ path, text }) => ({ path, text }));
      const removed = [...sent.keys()].filter((path) => !(path in files));
      sent = new Map(texts.map((file) => [file.path, file.text]));
      sentVersion = version;
      void client.ask('texts', { kind: 'texts', files: changed.filter(isRule), documents: changed.filter(isDocument), removed }, version);
    },
    forget: () => {
      sent = new Map();
      sentVersion = -1;
    },
  };
}
