import { startSandbox } from '@finauth-sdk/sandbox';
import * as signing from '@finauth-sdk/signing';
import { openTransport } from '@finauth-sdk/test-faults/openTransport';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { WorldCase } from '../worldCase.ts';

/** The CommonJS file itself, as a bundle or Jest has it beside the ES module. */
function otherCopy(): typeof signing {
  const require = createRequire(import.meta.url);
  return require(join(require.resolve('@finauth-sdk/signing/package.json'), '../dist/index.cjs')) as typeof signing;
}

export const loadingCases: readonly WorldCase[] = [
  {
    kind: 'the package is there twice, in two formats or two versions',
    seen: 'modelcontextprotocol/typescript-sdk #2384, gaxios #593: instanceof is false in silence for an error of the other copy',
    right: 'an error of either copy is an instance of the class of both, and a transport of one serves a client of the other',
    async run() {
      const other = otherCopy();
      expect(other.FinAuthApiError).not.toBe(signing.FinAuthApiError);
      await using sandbox = await startSandbox();
      const { options, close } = openTransport();
      const given = { ...options, baseUrl: sandbox.url, credentials: sandbox.credentials };
      const refused = { liveness_id: sandbox.liveness.DENIED };
      try {
        for (const [one, another] of [
          [signing, other],
          [other, signing],
        ] as const) {
          const error: unknown = await one
            .createFinAuth(given)
            .getBizToken(refused)
            .catch((reason: unknown) => reason);
          expect(error).toBeInstanceOf(another.FinAuthApiError);
          expect(error).toBeInstanceOf(another.FinAuthError);
          expect(error).not.toBeInstanceOf(another.FinAuthConnectionError);
          expect(error).toMatchObject({ code: 'AUTHORIZATION_ERROR', detail: 'DENIED', status: 403 });
        }
      } finally {
        await close();
      }
    },
  },
];
