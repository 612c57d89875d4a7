import { createSigner, FinAuthConfigError } from '@finauth-sdk/signing';
import { KEY_NAME, SECRET_NAME } from '../environment.ts';
import { failed, type Outcome, passed, warned } from './check.ts';
import type { Findings } from './findings.ts';

/** Whether the credentials are there, and are what they can be. */
export function checkCredentials(findings: Findings): Outcome {
  const { env, apiSecret } = findings;
  const apiKey = env[KEY_NAME];
  const missing = [!apiKey && KEY_NAME, !apiSecret && SECRET_NAME].filter(Boolean).join(' and ');
  if (!apiKey || !apiSecret)
    return failed(
      `${missing} not set`,
      `Set ${apiKey || apiSecret ? 'it' : 'them'} in the environment of the process that makes the call, exactly as FinAuth issued ${apiKey || apiSecret ? 'it' : 'them'}.`,
    );
  for (const [name, value] of [
    [KEY_NAME, apiKey],
    [SECRET_NAME, apiSecret],
  ] as const) {
    if (value !== value.trim())
      return failed(
        `${name} begins or ends with white space`,
        'Remove it: it was probably copied along, or is the line break at the end of a file.',
      );
    if (/^(["'`]).*\1$/.test(value))
      return failed(
        `${name} has quotes around it`,
        'Remove them: some .env readers, and docker --env-file, treat quotes as part of the value.',
      );
    if (/[^\x21-\x7e]/.test(value))
      return failed(
        `${name} contains a character other than letters, digits and punctuation`,
        'Copy it again from the original: a space, a line break or a typographic character was copied along.',
      );
  }
  try {
    createSigner({ apiKey, apiSecret });
  } catch (error) {
    if (error instanceof FinAuthConfigError) return failed('the credentials cannot sign', `${error.message}.`);
    throw error;
  }
  findings.credentials = { apiKey, apiSecret };
  if (apiKey === apiSecret)
    return warned(
      'the API key and the API secret are the same',
      'One of them was copied in place of the other: compare them with what FinAuth gave you.',
    );
  return passed('an API key and an API secret, both well-formed');
}
