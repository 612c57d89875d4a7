import type { Slots } from '../time/slots.ts';
import type { TransportAnswer, TransportRequest } from '../transport.ts';
import type { UnderWay } from '../time/underWay.ts';
import { createIncomingBody, type IncomingBody } from './incomingBody.ts';
import { isLoss } from './isLoss.ts';
import { type RawHeader, toAnswer } from './toAnswer.ts';

/** What a connection does for one request, and so what the transports differ in. */
export interface Sender {
  /** Undefined where there is no limit. */
  readonly slots: Slots | undefined;
  /** Begins to send. What it throws ends the exchange. */
  send(): void;
  /** Lets go of the connection, if there is one yet. */
  stop(): void;
  /** The connection was lost: others to that host may be as dead. */
  lost(): void;
}

/** What a connection has to tell of one request. */
export interface Exchange {
  isOver(): boolean;
  /** The head of the answer has come, and its body will go where this says. */
  answered(status: number, encodings: string, readHeaders: () => readonly RawHeader[]): IncomingBody;
  /** The answer is there, or more of it than is wanted. */
  end(): void;
  fail(reason: unknown): void;
}

/** One request and its answer. It ends once: by its answer, by a failure, by its signal, or with the transport. */
export function exchange(
  { signal, maxResponseBytes }: TransportRequest,
  underWay: UnderWay,
  senderOf: (it: Exchange) => Sender,
): Promise<TransportAnswer> {
  return new Promise((resolve, reject) => {
    let incoming: IncomingBody | undefined;
    let isSent = false;
    let isOver = false;
    const end = (): void => {
      if (isOver) return;
      isOver = true;
      signal?.removeEventListener('abort', onAbort);
      if (isSent) slots?.exit();
      leave();
    };
    const fail = (reason: unknown): void => {
      if (isOver) return;
      end();
      sender.stop();
      if (isSent && isLoss(signal)) sender.lost();
      if (incoming === undefined) reject(reason);
      else incoming.fail(reason);
    };
    const leaveEarly = (): void => {
      // Not a loss: it is what the reader wants.
      end();
      sender.stop();
    };
    const sender = senderOf({
      isOver: () => isOver,
      answered(status, encodings, readHeaders) {
        incoming = createIncomingBody(status, leaveEarly, maxResponseBytes);
        resolve(toAnswer(status, encodings, readHeaders, incoming, maxResponseBytes));
        return incoming;
      },
      end,
      fail,
    });
    const { slots } = sender;
    // At once: of a request that waits for its turn, a connection tells the end only then.
    const onAbort = (): void => fail(signal!.reason);
    const leave = underWay.begin(fail);
    signal?.addEventListener('abort', onAbort);

    const send = (): void => {
      isSent = true;
      try {
        sender.send();
      } catch (error) {
        fail(error);
      }
    };
    if (slots === undefined) send();
    // Who was stopped while waiting, or at the very moment of being let through, gives the slot back.
    else slots.enter(signal).then(() => (isOver ? slots.exit() : send()), fail);
  });
}
