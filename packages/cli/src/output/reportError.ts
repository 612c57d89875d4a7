import { FinAuthApiError, FinAuthError, FinAuthResponseError } from '@finauth-sdk/signing';
import { exitClassOf } from '../exitClassOf.ts';
import { exitCodes } from '../exitCodes.ts';
import { harmlessJson, type Terminal } from './terminal.ts';

/** Tells of an error in one paragraph on stderr, with the page of the docs about it below, and with `--json` as JSON on stdout too. Gives the exit code. */
export function reportError(error: unknown, terminal: Terminal, json: boolean): number {
  const exitClass = exitClassOf(error);
  const message = terminal.harmless(error instanceof Error ? error.message : String(error));
  const said = exitClass === 'defect' ? `Internal error: ${message}. Please report it.` : message;
  terminal.note(`${terminal.paintNotes.bad('finauth:')} ${said}`);
  const { docsUrl } = error instanceof FinAuthError ? error : {};
  if (docsUrl !== undefined) terminal.note(docsUrl);
  if (json) {
    const shown = { class: exitClass, exitCode: exitCodes[exitClass], message, ...apiFields(error) };
    terminal.print(harmlessJson({ error: shown }, terminal));
  }
  return exitCodes[exitClass];
}

function apiFields(error: unknown): Record<string, unknown> {
  if (error instanceof FinAuthApiError) {
    const { code, detail, status, requestId, retryable, remedy, docsUrl, attempts } = error;
    return { code, detail, status, requestId, retryable, remedy, docsUrl, attempts };
  }
  if (error instanceof FinAuthResponseError)
    return { code: error.code, status: error.status, retryable: error.retryable, docsUrl: error.docsUrl, attempts: error.attempts };
  return error instanceof FinAuthError
    ? { code: error.code, retryable: error.retryable, docsUrl: error.docsUrl, attempts: error.attempts }
    : {};
}
