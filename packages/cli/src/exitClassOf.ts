import { FinAuthApiError, FinAuthConfigError, FinAuthConnectionError, FinAuthInputError, FinAuthResponseError } from '@finauth-sdk/signing';
import { CommandError } from './commandError.ts';
import type { ExitClass } from './exitCodes.ts';

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
