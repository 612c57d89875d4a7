import {
  contradictoryResult,
  type ErrorResponse,
  type OutcomeKind,
  type ResultAdvice,
  type ResultAnswer,
  resultCatalogue,
  type ResultEntry,
  resultFamilies,
  resultScheme,
  type TryAgain,
  unlistedResult,
} from '@finauth-sdk/client';
import { isObject } from '../rules.ts';

/**
 * What a result means.
 *
 * @experimental A preview, like the operation whose answer it reads.
 */
export interface Outcome {
  /** Whether the person has passed: true only for a listed pass. */
  readonly passed: boolean;
  /** The kind of result, for a program to branch on. */
  readonly kind: OutcomeKind;
  /** What happened. */
  readonly meaning: string;
  /** What you should do. */
  readonly remedy: string;
  /** A neutral sentence for the user, which gives nothing away. */
  readonly tellUser: string;
  /** What has to change for another try to make sense. Each try needs a new token. */
  readonly tryAgain: TryAgain;
  /** Whether FinAuth bills it; undefined if that is not known. */
  readonly billed: boolean | undefined;
}

/**
 * Says what the result in a response means: whether the person has passed, and if not, why and what to do. It fails closed: only a result that is
 * listed as a pass is one. An unknown result is not a pass, nor is one whose parts contradict each other, such as a pass with an attack or with an
 * error. It never throws.
 *
 * @experimental A preview, like the operation whose answer it reads.
 */
export function outcomeOf(answer: ResultAnswer): Outcome {
  const entry = entryFor(answer);
  const { kind, meaning, remedy, tellUser, tryAgain, billed } = entry;
  return { passed: 'isPass' in entry && entry.isPass, kind, meaning, remedy, tellUser, tryAgain, billed };
}

function entryFor(answer: unknown): ResultAdvice | ResultEntry {
  try {
    const { [resultScheme.code]: given, [resultScheme.message]: message } = answer as Readonly<Record<string, unknown>>;
    const code = typeof given === 'string' && /^[1-9]\d*$/.test(given) ? Number(given) : given;
    const entry = own<ResultEntry>(resultCatalogue, message);
    if (entry === undefined) return own<ResultAdvice>(resultFamilies, code) ?? unlistedResult;
    const isDoubtful = entry.isPass && (saysAttack(answer) || ((answer as Partial<ErrorResponse>).error ?? undefined) !== undefined);
    return entry.code === code && !isDoubtful ? entry : contradictoryResult;
  } catch {
    // No object, or one that cannot be read.
    return unlistedResult;
  }
}

/** Whether it says anything but that it was none. */
function saysAttack(answer: unknown): boolean {
  const { attack } = resultScheme;
  let said = attack.length > 0 ? answer : undefined;
  for (const step of attack) if (isObject(said)) said = (said as Readonly<Record<string, unknown>>)[step];
  return said !== null && said !== undefined && String(said) !== 'false';
}

/** A property of the table itself: what a server sends may well be "constructor". */
function own<Entry>(table: object, key: unknown): Entry | undefined {
  const isKey = typeof key === 'string' || typeof key === 'number';
  return isKey && Object.hasOwn(table, key) ? (table as Readonly<Record<string | number, Entry>>)[key] : undefined;
}
