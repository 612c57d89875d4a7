import * as client from '@finauth-sdk/client';
import * as signing from '@finauth-sdk/signing';
import { casesOf } from '@finauth-sdk/test-suite';
import { transportNames } from '@finauth-sdk/test-faults/openTransport';
import * as validator from '@finauth-sdk/validator';
import { expect, it } from 'vitest';
import { cases } from './cases.ts';

// What the suite's cases say of themselves, whatever sandbox they will be given.
const nobody = { baseUrl: '', deadUrl: '', credentials: { apiKey: '', apiSecret: '' }, liveness: {}, verifyIds: {} };
const everywhere = casesOf({ client, signing, validator, environment: nobody }).flatMap(({ name, world }) =>
  world === undefined ? [] : [{ kind: name, ...world, over: 'every runtime and transport' }],
);
const rows = [...cases.map(({ transports = transportNames, ...row }) => ({ ...row, over: transports.join(', ') })), ...everywhere];

it('has each kind once', () => {
  expect(new Set(rows.map(({ kind }) => kind)).size).toBe(rows.length);
});

it('prints the table', () => {
  console.log(rows.map(({ kind, seen, right, over }) => `${kind}\n    seen:  ${seen}\n    right: ${right}\n    over:  ${over}`).join('\n'));
  console.log(`${rows.length} kinds`);
  for (const row of rows) expect(Object.values(row).every((text) => typeof text !== 'string' || text.trim() !== '')).toBe(true);
});
