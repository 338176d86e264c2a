import type { Client } from '../worker/client.ts';
import type { Changed, DocumentVersion, Example, Stream, WhatIfQuestion } from '../worker/protocol.ts';

/** What the simulate view asks beside settling; answers come back to who asked. */
export interface Simulating {
  /** The last encounter of the stream with one circumstance changed at a time. */
  whatIf(stream: Stream, question: WhatIfQuestion): Promise<readonly Changed[]>;
  /** The 示例 of a policy as streams to begin with. */
  examples(policy: string): Promise<readonly Example[]>;
}

export const createSimulating = (client: Client, version: () => DocumentVersion): Simulating => ({
  whatIf: async (stream, question) => {
    const outcome = await client.ask('whatIf', { kind: 'whatIf', ...stream, ...question }, version());
    return outcome.ok ? outcome.reply.changed : [];
  },
  examples: async (policy) => {
    const outcome = await client.ask('examples', { kind: 'examples', policy }, version());
    return outcome.ok ? outcome.reply.examples : [];
  },
});
