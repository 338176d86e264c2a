import { createDesk } from './desk.ts';
import type { Reply, Request } from './protocol.ts';

/** Thin: message → language or runtime call → message. */
const desk = createDesk((reply: Reply) => self.postMessage(reply));

self.addEventListener('message', (event: MessageEvent<Request>) => desk.take(event.data));
