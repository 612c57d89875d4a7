import { createFinAuth, type FinAuthEvent, inspectSign } from '@finauth-sdk/signing';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { everythingOf } from './canaries.ts';
import { answers, goodAnswer, refuses, writes } from './faults.ts';
import { createFaultServer, type Fault, type ReceivedRequest } from './faultServer.ts';
import { openTransport } from './openTransport.ts';
import { transformations } from './transformations.ts';

/** Where a server can put what it has got. */
const places: Readonly<Record<string, (said: string) => Fault>> = {
  'the code': (said) => refuses(403, said.replaceAll(':', ';')),
  'the detail': (said) => refuses(403, `AUTHORIZATION_ERROR: ${said}`),
  'a sentence': (said) => refuses(400, `BAD_ARGUMENTS: expected ${said}, and got something else`),
  'the ID of a failure': (said) => answers(403, { error: 'AUTHENTICATION_ERROR', request_id: said }),
  'the ID of a success': (said) => answers(200, { ...goodAnswer, request_id: said }),
  'an error within a success': (said) => answers(200, { ...goodAnswer, error: said }),
  'a page': (said) => answers(502, `<html><title>${said}</title></html>`, { 'content-type': 'text/html' }),
  'a text': (said) => answers(404, said),
  'the status line': (said) => writes(`HTTP/1.1 200${said.replaceAll(/[\r\n]/g, ' ')}\r\n\r\n`),
};

const TELLING = 12;
// What is left out stays seen, or the letters on either side of it could be a piece by chance.
const fold = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9…]/g, '');

/** The pieces of a text of which each carries twelve characters of the secret that it was made of. */
function pieces(written: string, secretLength: number): Set<string> {
  const length = Math.max(TELLING, Math.ceil((TELLING * written.length) / secretLength));
  return new Set(Array.from({ length: Math.max(0, written.length - length + 1) }, (_, at) => written.slice(at, at + length)));
}

const secret = fc.string({
  unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/'),
  minLength: 20,
  maxLength: 40,
});

const kinds = ['secret', 'signature', 'digest', 'key'] as const;

it(`of ${Object.keys(transformations).length} ways to write it down, none brings a piece of a secret back to a reader`, async () => {
  expect(Object.keys(transformations).length).toBeGreaterThanOrEqual(30);
  let render: (request: ReceivedRequest) => Fault = () => answers(200, goodAnswer);
  const server = await createFaultServer({ faults: [(socket, request) => render(request)(socket, request)] });
  const { options, close } = openTransport();
  onTestFinished(async () => void (await Promise.all([server.close(), close()])));
  const [apiKey, apiSecret] = fc.sample(secret, { numRuns: 2, seed: 20 }) as [string, string];
  const events: FinAuthEvent[] = [];
  // The same signatures in every run.
  let random = 4_000_000_000;
  const finauth = createFinAuth({
    baseUrl: server.url,
    credentials: { apiKey, apiSecret },
    retry: false,
    now: () => 1_800_000_000_000,
    random: () => random++,
    onEvent: (event) => events.push(event),
    ...options,
  });
  // Every way in every place, of each kind of secret in turn: all of them in all places are tried beside the code.
  let turn = 0;
  for (const [how, write] of Object.entries(transformations)) {
    for (const [where, place] of Object.entries(places)) {
      const what = kinds[turn++ % kinds.length]!;
      let written = '';
      let length = 0;
      render = ({ sign }) => {
        const { digest } = inspectSign(sign!);
        const bytes = Buffer.from({ secret: apiSecret, key: apiKey, signature: sign!, digest: Buffer.from(digest) }[what]);
        // The digest counts as what it is as Base64.
        length = what === 'digest' ? 28 : bytes.length;
        return place((written = write(bytes)));
      };
      events.length = 0;
      const outcome = await finauth.getBizToken({ liveness_id: 'scene' }).catch((error: unknown) => error);
      // Bytes that are no text say nothing as one.
      if (what === 'digest' && /[^ -~\s]/.test(written)) continue;
      // What a good answer holds is the caller's own.
      const emitted = [outcome instanceof Error ? outcome : undefined, ...events].map(everythingOf).join('\n');
      const found = [
        ...[...pieces(written, length)].filter((piece) => emitted.includes(piece)),
        ...[...pieces(fold(written), length)].filter((piece) => fold(emitted).includes(piece)),
      ];
      expect(found, `the ${what}, ${how}, in ${where}: ${emitted.slice(0, 600)}`).toEqual([]);
    }
  }
}, 180_000);
