import { answerOf, operationsOf, pascalCase, tryAgainValues, type Contract, type ResultAdvice } from '../contract/contract.ts';
import { header, literal, quote, union } from '../typescriptText.ts';

/** What an answer with status 200 means: a catalogue, and what holds for what is not in it. In a file of its own, for those alone who ask. */
export function generateResults(contract: Contract): string {
  const { operation: id, fields, results, families, unlisted, contradiction } = contract['x-results'];
  const { operation } = operationsOf(contract).find((each) => each.operation.operationId === id)!;
  const answer = answerOf(contract, operation).ref;
  const kinds = [...new Set([...Object.values(families).map(({ kind }) => kind), unlisted.kind, contradiction.kind])];
  const catalogue = Object.entries(results).map(([message, { code, isPass = false, ...advice }]) => [
    message,
    { code, kind: families[code]!.kind, isPass, ...adviceOf(advice) },
  ]);
  const others = Object.entries(families).flatMap(([code, { kind, ...advice }]) =>
    'meaning' in advice ? [[code, { kind, ...adviceOf(advice as ResultAdvice) }]] : [],
  );
  return `${header}
import type { FactSource } from './errorCatalogue.ts';
import type { ${answer ?? `${pascalCase(id)}Responses`} } from './types.gen.ts';

/** The response that contains a result. */
export type ResultAnswer = ${answer ?? `${pascalCase(id)}Responses[keyof ${pascalCase(id)}Responses]`};

/** A result that is listed. FinAuth may add to them. */
export type KnownResult = ${union(Object.keys(results))};

/** The kind of result, for a program to branch on. */
export type OutcomeKind = ${union(kinds)};

/** What has to change for another try to make sense: only the token, what the name says, or nothing that would help. Each try needs a new token. */
export type TryAgain = ${union(tryAgainValues)};

export interface ResultAdvice {
  readonly kind: OutcomeKind;
  readonly tryAgain: TryAgain;
  /** Whether FinAuth bills it; undefined if that is not known. */
  readonly billed?: boolean;
  /** What happened. */
  readonly meaning: string;
  /** What the integrator should do. */
  readonly remedy: string;
  /** A neutral sentence for the user. */
  readonly tellUser: string;
  /** Where this comes from, if it is not FinAuth's own word. */
  readonly source?: FactSource;
}

/** A listed result. */
export interface ResultEntry extends ResultAdvice {
  /** The family that it belongs to. */
  readonly code: number;
  /** Whether the person has passed. */
  readonly isPass: boolean;
}

/** Where an answer has its result. */
export const resultScheme: {
  readonly operation: ${quote(id)};
  readonly code: ${quote(fields.code)};
  readonly message: ${quote(fields.message)};
  /** The way to what says that it was an attack; empty where nothing does. */
  readonly attack: readonly string[];
} = ${literal({ operation: id, code: fields.code, message: fields.message, attack: fields.attack ?? [] })};

/** Every listed result, by its message. */
export const resultCatalogue: Readonly<Record<KnownResult, ResultEntry>> = ${literal(Object.fromEntries(catalogue))};

/** What holds for a message that is not listed, by its code. None of them is a pass. */
export const resultFamilies: Readonly<Record<number, ResultAdvice>> = ${literal(Object.fromEntries(others))};

/** What holds for a result of which neither the message nor the code is known. */
export const unlistedResult: ResultAdvice = ${literal({ kind: unlisted.kind, ...adviceOf(unlisted) })};

/** What holds where the parts of a result contradict one another. */
export const contradictoryResult: ResultAdvice = ${literal({ kind: contradiction.kind, ...adviceOf(contradiction) })};
`;
}

function adviceOf({ tryAgain, billed, meaning, remedy, tellUser, 'x-source': source }: ResultAdvice): object {
  return { tryAgain, billed, meaning, remedy, tellUser, source };
}
