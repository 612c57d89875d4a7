import { type Operations, signatureScheme } from '@finauth-sdk/client';
import { createFinAuth } from '@finauth-sdk/signing';
import type { Target } from './target.ts';

export interface Minted {
  method: string;
  url: string;
  /** The fields as they went over the wire, in their order. The signature is masked. */
  fields: [name: string, value: string][];
  answer: Operations['getBizToken']['answer'];
  milliseconds: number;
}

/** One signed call, and what was sent for it. */
export async function mintToken({ options, input }: Target): Promise<Minted> {
  const sent: Pick<Minted, 'method' | 'url' | 'fields'> = { method: '', url: '', fields: [] };
  const finauth = createFinAuth({
    ...options,
    fetch: async (url, init) => {
      const form = await new Response(init?.body, { headers: new Headers(init?.headers) }).formData();
      Object.assign(sent, {
        method: init?.method,
        url: String(url),
        fields: [...form].map(([name, value]) => [name, shown(name, String(value))]),
      });
      return fetch(url, init);
    },
  });
  const start = performance.now();
  const answer = await finauth.getBizToken(input);
  return { ...sent, answer, milliseconds: Math.round(performance.now() - start) };
}

function shown(name: string, value: string): string {
  return name === signatureScheme.fields.sign ? `(${value.length} characters, not shown)` : value;
}
