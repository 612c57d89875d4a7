import { exampleAnswers } from '@finauth-sdk/client/examples';
import { equal } from './assert.ts';
import type { Case, Given } from './suite.ts';

/** Bodies as they are sent, read by the runtime's own parser of forms: what is compared is what arrives, for runtimes differ in how they write. */
export function formCases({ signing: { createFinAuth } }: Given): Case[] {
  // In the field that has no limit.
  return awkward.map(([what, text]): Case => ({
    name: `a form is read as it was meant, with ${what}`,
    async run() {
      let sent: Promise<FormData> | undefined;
      const finauth = createFinAuth({
        baseUrl: 'http://127.0.0.1:9',
        credentials: { apiKey: 'key', apiSecret: 'secret' },
        fetch: async (_url, { body, headers } = {}) => {
          sent = new Response(body!, { headers: headers! }).formData();
          return Response.json(exampleAnswers.getBizToken);
        },
      });
      await finauth.getBizToken({ liveness_id: text, uuid: 'user' });
      const { sign, sign_version: _version, ...fields } = Object.fromEntries((await sent!) as Iterable<[string, unknown]>);
      equal(fields, { liveness_id: text, uuid: 'user' });
      equal(typeof sign, 'string', 'the signature');
    },
  }));
}

/** The text of one field, which every runtime must be able to send and the sandbox to receive to the letter. */
export const everyKindOfText = 'user "42"; é 語 😀\r\n';

const awkward: readonly [what: string, text: string][] = [
  ['every kind of UTF-8', everyKindOfText],
  ['quotes, backslashes and percent signs', `"a"; name='b'\\ %22%0D%0A %`],
  ['line breaks', '\r\n\r\n'],
  ['spaces and a tab at its ends', '\t a  '],
  ['control characters', '\u0000\u0001\u007f\u0085'],
  // Not at its beginning, where some parsers take it off.
  ['a byte order mark', 'a\ufeffb'],
  ['what looks like a header', 'a\r\nContent-Disposition: form-data; name="sign"\r\n\r\nb'],
  ['what looks like the end of a part', 'a\r\n--finauth-form-boundary\r\nb\r\n--finauth-form-boundary--\r\n'],
];
