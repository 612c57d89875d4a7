import { answerOf, itemOf, operationsOf, pascalCase, requestOf, resolve, type Advice, type Contract } from '../contract/contract.ts';
import { errorPage, errorPagesUrl } from '../contract/errorPages.ts';
import { dataType } from '../contract/validatorSubjects.ts';
import { operationsWith } from '../contract/operationErrors.ts';
import { propertiesOf } from '../contract/schemas/propertiesOf.ts';
import { tagsOf } from '../contract/stability.ts';
import { docComment, header, literal, union } from '../typescriptText.ts';
import type { Outputs } from '../files/outputs.ts';

/**
 * The parts of the contract that hey-api knows nothing of: regions, the signature's scheme, the operations as a table, limits, the error catalogue.
 */
export function generateCatalogue(contract: Contract): Outputs {
  return new Map([
    ['servers.ts', servers(contract)],
    ['signatureScheme.ts', signatureScheme(contract)],
    ['operations.ts', operations(contract)],
    ['byteLimits.ts', byteLimits(contract)],
    ['tokenLifetimes.ts', tokenLifetimes(contract)],
    ['errorCatalogue.ts', errorCatalogue(contract)],
    ['errorAdvice.ts', errorAdvice(contract)],
  ]);
}

function servers({ servers }: Contract): string {
  const ids = servers.map((server) => server['x-region']);
  const table = Object.fromEntries(servers.map((server) => [server['x-region'], { url: server.url, description: server.description }]));
  return `${header}
/** The ID of a region in which FinAuth runs. */
export type Region = ${union(ids)};

export interface Server {
  /** Scheme and host. Every path of the API is appended to it. */
  readonly url: string;
  /** The region's name in English. */
  readonly description: string;
}

/** FinAuth's servers by region. */
export const servers: Readonly<Record<Region, Server>> = ${literal(table)};
`;
}

function signatureScheme({ 'x-signature': scheme }: Contract): string {
  const { steps: _steps, lifetime: _lifetime, example: _example, 'x-source': _source, ...facts } = scheme;
  return `${header}
/** How FinAuth's calls are signed: the names and numbers of it. Times are whole seconds since 1970. */
export const signatureScheme = ${literal(facts)} as const;

/** The fields of a request that signing adds. */
export type SignatureField = ${union([scheme.fields.sign, scheme.fields.version])};
`;
}

function operations(contract: Contract): string {
  const all = operationsOf(contract);
  const ids = all.map(({ operation }) => operation.operationId);
  const types = ids.flatMap((id) => [`${pascalCase(id)}Data`, `${pascalCase(id)}Responses`]);
  const rows = all.map(({ operation }) => {
    const { operationId: id, summary, description } = operation;
    const answer = answerOf(contract, operation).ref;
    const words = [`${summary}.`, description].filter((part) => part !== undefined).join('\n\n');
    const comment = docComment(words, '  ', tagsOf(operation));
    return `${comment}\n  ${id}: { body: ${dataType(operation)}; answer: ${answer ?? `${pascalCase(id)}Responses[keyof ${pascalCase(id)}Responses]`} };`;
  });
  const answers = all.map(({ operation }) => answerOf(contract, operation).ref).filter((name) => name !== undefined);
  const used = [...new Set([...types, ...answers])].filter((name) => rows.some((row) => new RegExp(`\\b${name}\\b`).test(row)));
  return `${header}
import { ${ids.join(', ')} } from './sdk.gen.ts';
import type { ${used.sort().join(', ')} } from './types.gen.ts';

/** What each operation of the API takes, including the signature, and what it returns on success. */
export interface Operations {
${rows.join('\n')}
}

/** The function of each operation, by the operation's ID. */
export const operations: { ${ids.map((id) => `readonly ${id}: typeof ${id}`).join('; ')} } = { ${ids.join(', ')} };
`;
}

function byteLimits(contract: Contract): string {
  const limits = operationsOf(contract).map(({ operation }) => {
    const fields = Object.entries(requestOf(contract, operation).schema.properties ?? {});
    const limited = fields.map(([name, field]) => [name, itemOf(contract, field)['x-maxBytes']] as const);
    return [operation.operationId, Object.fromEntries(limited.filter(([, limit]) => limit !== undefined))] as const;
  });
  return `${header}
/**
 * How long a text may be, in bytes as UTF-8, or how large a file, by the operation's ID and the field. Of a field that may have many, each. A field
 * that is not here has no limit that is known.
 */
export const byteLimits = ${literal(Object.fromEntries(limits.filter(([, fields]) => Object.keys(fields).length > 0)))} as const;
`;
}

function tokenLifetimes(contract: Contract): string {
  const lifetimes = operationsOf(contract).map(({ operation }) => {
    const fields = Object.entries(propertiesOf(contract, answerOf(contract, operation).schema));
    const tokens = fields.map(([name, field]) => [name, resolve(contract, field)['x-lifetimeSeconds']] as const);
    return [operation.operationId, Object.fromEntries(tokens.filter(([, seconds]) => seconds !== undefined))] as const;
  });
  return `${header}
/** How long a token is good for unless FinAuth has set another time for the account, in seconds, by the operation's ID and the field. */
export const tokenLifetimes = ${literal(Object.fromEntries(lifetimes.filter(([, fields]) => Object.keys(fields).length > 0)))} as const;
`;
}

function errorCatalogue(contract: Contract): string {
  const { 'x-error-model': model, 'x-sources': sources } = contract;
  const codes = Object.fromEntries(
    Object.entries(model.codes).map(([code, { status, alsoStatus, detail, reasons, ...advice }]) => [
      code,
      {
        status,
        alsoStatus: alsoStatus?.map((also) => also.status),
        detail,
        ...adviceOf(advice),
        operations: operationsWith(contract, 'codes', code),
        ...(reasons && {
          reasons: Object.fromEntries(
            Object.entries(reasons).map(([reason, its]) => [
              reason,
              { ...adviceOf(its), operations: operationsWith(contract, 'reasons', reason) },
            ]),
          ),
        }),
      },
    ]),
  );
  const reasons = Object.values(model.codes).flatMap((code) => Object.keys(code.reasons ?? {}));
  const gateways = Object.fromEntries(
    Object.entries(model.gateways).map(([status, advice]) => [
      status,
      { ...adviceOf(advice), operations: operationsWith(contract, 'gateways', status) },
    ]),
  );
  return `${header}
import type { Operations } from './operations.ts';

/** A code that FinAuth's documentation lists, or that has been observed. */
export type KnownErrorCode = ${union(Object.keys(model.codes))};

/** A code of an error: a listed one, or any other, since FinAuth may add to them. */
export type ErrorCode = KnownErrorCode | (string & {});

/** A listed reason, which follows a code. */
export type KnownErrorReason = ${union(reasons)};

/** The detail after a code: a reason, the name of a field, or anything that FinAuth adds. */
export type ErrorDetail = KnownErrorReason | (string & {});

/** Whether a retry can help: never, later (after a pause), or at once with a fresh signature. */
export type RetryAdvice = 'never' | 'later' | 'fresh_signature';

/** Where a fact comes from, if not from FinAuth's own page. */
export type FactSource = ${union(Object.keys(sources))};

export interface ErrorAdvice {
  readonly retry: RetryAdvice;
  /** What happened. */
  readonly meaning: string;
  /** What the integrator should do. */
  readonly remedy: string;
  /** Where this comes from, if it is not FinAuth's own word. */
  readonly source?: FactSource;
}

/** An error that some operations answer with. */
export interface DocumentedError extends ErrorAdvice {
  /** The IDs of the operations in whose answers the error is documented. */
  readonly operations: readonly (keyof Operations)[];
}

export interface ErrorEntry extends DocumentedError {
  /** The HTTP status that FinAuth's documentation gives the code. */
  readonly status: number;
  /** Other statuses that the code has been seen with. */
  readonly alsoStatus?: readonly number[];
  /** What follows the code: nothing, the name of a field, or a reason. */
  readonly detail: 'none' | 'key' | 'reason';
  readonly reasons?: Readonly<Record<string, DocumentedError>>;
}

/** Every listed error code. */
export const errorCatalogue: Readonly<Record<KnownErrorCode, ErrorEntry>> = ${literal(codes)};

/** What holds for a code that is not in the catalogue. */
export const unlistedError: ErrorAdvice = ${literal(adviceOf(model.unlisted))};

/** What holds for an answer that a gateway gave in FinAuth's place, by its status. */
export const gatewayErrors: Readonly<Record<number, DocumentedError>> = ${literal(gateways)};
`;
}

/** The catalogue for a program that acts on it: flat, and without what only a reader needs, since it is in every user's bundle. */
function errorAdvice(contract: Contract): string {
  const { 'x-error-model': model } = contract;
  const action = ({ retry, remedy }: Advice, page?: string): object => ({ retry, remedy, page });
  const codes = Object.entries(model.codes).flatMap(([code, entry]) => [
    [code, action(entry)],
    ...Object.entries(entry.reasons ?? {}).map(([reason, its]) => {
      const page = errorPage(contract, reason, code);
      return [`${code}: ${reason}`, action(its, page === reason.toLowerCase() ? undefined : page)];
    }),
  ]);
  const gateways = Object.entries(model.gateways).map(([status, its]) => [status, action(its)]);
  const site = errorPagesUrl(contract);
  return `${header}
import type { ErrorAdvice } from './errorCatalogue.ts';

/** What to do about an error. */
export interface ErrorAction extends Pick<ErrorAdvice, 'retry' | 'remedy'> {
  /** What its page in the docs is called, if not as the code, the reason or the status is, in lower case. */
  readonly page?: string;
}

/**
 * What to do about each error, by its code, by code and reason (\`CODE: REASON\`), or by the status of a gateway that answered in FinAuth's place.
 */
export const errorAdvice: Readonly<Record<string, ErrorAction>> = ${literal(Object.fromEntries([...codes, ...gateways]))};

/** What to do about a code that is not in the catalogue. */
export const unlistedAdvice: ErrorAction = ${literal(action(model.unlisted))};

/** Where the docs have a page for each error, with a slash at its end. Undefined where the API's description does not say where the docs are. */
export const errorPages: string | undefined = ${literal(site)};
`;
}

/** An advice as the catalogue has it. What has no source is FinAuth's own word. */
function adviceOf({ retry, meaning, remedy, 'x-source': source }: Advice): object {
  return { retry, meaning, remedy, source };
}
