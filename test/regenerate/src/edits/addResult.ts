import { type Edit, insertUnder, replaceText } from './edit.ts';

/** First of all results, since no result has a meaning by its place. */
export const addResult: Edit = {
  what: 'a new result',
  shows: ['GLASSES_TOO_DARK', 'Please take off your glasses, and try again.'],
  exports: ['GLASSES_TOO_DARK'],
  async apply(spec) {
    await insertUnder(spec, 'results.yaml', /^results:\n/, result);
    // The first example is the usual answer.
    await replaceText(spec, 'components/responses/Verified.yaml', /^ {6}PASS_LIVING_NOT_THE_SAME:\n/, `${example}$&`);
  },
};

const result = `  GLASSES_TOO_DARK:
    code: 4100
    tryAgain: new_token
    billed: false
    meaning: The user wore dark glasses.
    remedy: Mint a new token, and let the user try once more.
    tellUser: Please take off your glasses, and try again.
    x-source: integrations
`;

const example = `      GLASSES_TOO_DARK:
        summary: The user wore dark glasses
        value:
          request_id: 1800000600,0d6d5e1c-7f0b-4a6b-9a51-8b6f0a2c4e11
          time_used: 300
          result_code: 4100
          result_message: GLASSES_TOO_DARK
`;
