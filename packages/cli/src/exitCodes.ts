import { FinAuthApiError, FinAuthConfigError, FinAuthConnectionError, FinAuthInputError, FinAuthResponseError } from '@finauth-sdk/signing';
import { CommandError } from './commandError.ts';

/** What the command ends with. The numbers are a contract: scripts branch on them. */
export const exitCodes = {
  ok: 0,
  defect: 1,
  usage: 2,
  config: 3,
  connection: 4,
  answer: 5,
  refused: 6,
  request: 7,
  later: 8,
  findings: 9,
  notPassed: 10,
  interrupted: 130,
} as const;

export type ExitClass = keyof typeof exitCodes;

/** What each class means, for the help. */
export const exitMeanings: Readonly<Record<ExitClass, string>> = {
  ok: 'done',
  defect: 'internal error: please report it',
  usage: 'the arguments, or a field they give, are not right; nothing was sent',
  config: 'credentials, region or base URL are missing or not right; nothing was sent',
  connection: 'no answer: the name, the network, TLS or the time allowed',
  answer: "an answer that is not FinAuth's, such as a proxy's page",
  refused: 'FinAuth refused the signature, the key or its permission (403)',
  request: 'FinAuth refused the request itself (any other 4xx)',
  later: 'FinAuth, or a gateway, could not serve it now: ask again later',
  findings: 'explain found a mistake, or doctor a failure',
  notPassed: 'verify: there is a result, and the person has not passed',
  interrupted: 'stopped by Ctrl-C while it asked for something',
};

/** The class of an error, from its type and, for an answer, from what the error model says of it. */
export function exitClassOf(error: unknown): ExitClass {
  if (error instanceof CommandError) return error.exitClass;
  if (error instanceof FinAuthInputError) return 'usage';
  if (error instanceof FinAuthConfigError) return 'config';
  if (error instanceof FinAuthConnectionError) return 'connection';
  if (error instanceof FinAuthResponseError) return error.retry === 'later' ? 'later' : 'answer';
  if (!(error instanceof FinAuthApiError)) return 'defect';
  if (error.retry === 'later' || error.status >= 500) return 'later';
  return error.status === 401 || error.status === 403 ? 'refused' : 'request';
}
