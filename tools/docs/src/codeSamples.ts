import type { Operation } from '@finauth-sdk/generate/contract';

export interface CodeSample {
  lang: string;
  label?: string;
  source: string;
}

/** The samples that stand beside an operation. */
export function codeSamplesOf(operation: Operation): CodeSample[] {
  return (operation as { 'x-codeSamples'?: CodeSample[] })['x-codeSamples'] ?? [];
}
