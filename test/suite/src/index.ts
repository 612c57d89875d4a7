import { apiCases } from './apiCases.ts';
import { configCases } from './configCases.ts';
import { errorCases } from './errorCases.ts';
import { formCases } from './formCases.ts';
import { photoCases } from './photoCases.ts';
import { signatureCases } from './signatureCases.ts';
import { signatureLaws } from './signatureLaws.ts';
import type { Case, Environment, Given, Modules, Outcome } from './suite.ts';
import { validatorCases } from './validatorCases.ts';
import { worldCases } from './worldCases.ts';

export { everyKindOfText } from './formCases.ts';
export type { Case, Environment, Given, Modules, Outcome } from './suite.ts';

/** Every case that holds on every runtime. */
export function casesOf(given: Given): Case[] {
  return [
    ...signatureCases(given),
    ...signatureLaws(given),
    ...validatorCases(given),
    ...errorCases(given),
    ...configCases(given),
    ...formCases(given),
    ...apiCases(given),
    ...photoCases(given),
    ...worldCases(given),
  ];
}

/** Runs all of them, one after the other, and tells what became of each. */
export async function runSuite(modules: Modules, environment: Environment): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { name, run } of casesOf({ ...modules, environment })) {
    try {
      await run();
      outcomes.push({ name });
    } catch (error) {
      outcomes.push({ name, error: error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error) });
    }
  }
  return outcomes;
}
