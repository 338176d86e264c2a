import { createDesk } from './desk.ts';
import type { Reply, Request } from './protocol.ts';
import { createSender } from './wire.ts';

/** Thin: message → language or runtime call → message. */
const send = createSender();
const desk = createDesk((reply: Reply) => self.postMessage(send(reply)));

self.addEventListener('message', (event: MessageEvent<Request>) => desk.take(event.data));
