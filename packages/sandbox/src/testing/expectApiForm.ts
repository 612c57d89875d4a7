import { errorCatalogue } from '@finauth-sdk/client';
import { expect } from 'vitest';
import type { RawAnswer } from './rawRequest.ts';

/** What every answer has to be, whatever came: the API's own form, with a status that its code has. */
export function expectApiForm({ status, headers, body }: RawAnswer): { error: string } {
  expect(headers['content-type']).toBe('application/json');
  const parsed = JSON.parse(body) as { error: string };
  const code = parsed.error.split(':')[0] as keyof typeof errorCatalogue;
  expect({ code, status }).toEqual({ code, status: errorCatalogue[code]?.status });
  return parsed;
}
