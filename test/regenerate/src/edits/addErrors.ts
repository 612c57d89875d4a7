import { CODES, type Edit, EXAMPLES, insertUnder, REASONS } from './edit.ts';

/** A code that is worth asking again for, and a reason that is not nobody's: one of a code that is known. */
export const addErrors: Edit = {
  what: 'a new error code, and a new reason of a known one',
  shows: ['SHARD_MOVED', 'Ask again in a moment.', 'COUNTRY_NOT_ALLOWED', 'Call from a server in the country of the account.'],
  exports: ['SHARD_MOVED', 'COUNTRY_NOT_ALLOWED'],
  async apply(spec) {
    await insertUnder(spec, 'errors.yaml', CODES, code);
    await insertUnder(spec, 'errors.yaml', REASONS, reason);
    await insertUnder(spec, 'components/responses/InternalError.yaml', EXAMPLES, codeExample);
    await insertUnder(spec, 'components/responses/Forbidden.yaml', EXAMPLES, reasonExample);
  },
};

const code = `  SHARD_MOVED:
    status: 500
    detail: none
    retry: later
    meaning: The data of the account is being moved.
    remedy: Ask again in a moment.
`;

const codeExample = `      SHARD_MOVED:
        summary: The account's data is on its way
        value:
          error: SHARD_MOVED
          request_id: 1800000002,1c7e0e9b-0f6d-4b0c-8a59-6d1b1c0f9a77
          time_used: 2
`;

const reason = `      COUNTRY_NOT_ALLOWED:
        retry: never
        meaning: The call comes from a country that the account is not open to.
        remedy: Call from a server in the country of the account.
`;

const reasonExample = `      COUNTRY_NOT_ALLOWED:
        summary: The country may not call
        value:
          error: "AUTHORIZATION_ERROR: COUNTRY_NOT_ALLOWED"
          request_id: 1800000002,8d0e0f5b-4e0a-4d43-8c5b-2a4c9c8a7e10
          time_used: 5
`;
