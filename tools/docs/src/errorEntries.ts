import { operationsOf, type Advice, type Contract, type Operation } from '@finauth-sdk/generate/contract';
import { errorPage } from '@finauth-sdk/generate/errorPages';
import { operationErrors } from '@finauth-sdk/generate/operationErrors';

/** One thing that an answer may say: a code, a code with a reason, or a gateway's status. */
export interface ErrorEntry {
  /** The code, the reason or the status: what `error:NAME` links to. */
  name: string;
  /** The text of `error`, such as `AUTHORIZATION_ERROR: EXPIRED_SIGN`. */
  text: string;
  /** What heads its part of the page: the name, or the text where two entries have the same name. */
  title: string;
  /** The last part of its page's address. */
  page: string;
  code: string;
  statuses: { status: number; 'x-source'?: string }[];
  advice: Advice;
}

/** All entries of the error model, in its order. Gateways' answers, which have no code, come last. */
export function errorEntries(contract: Contract): ErrorEntry[] {
  const { codes, unlisted, gateways } = contract['x-error-model'];
  const entries = [
    ...Object.entries(codes).flatMap(([code, { status, alsoStatus = [], detail, reasons = {}, ...advice }]) => [
      {
        name: code,
        text: `${code}${{ none: '', key: ': <key>', reason: ': <reason>' }[detail]}`,
        code,
        statuses: [{ status }, ...alsoStatus],
        advice,
      },
      ...Object.entries(reasons).map(([reason, own]) => ({
        name: reason,
        text: `${code}: ${reason}`,
        code,
        statuses: [{ status }],
        advice: own,
      })),
    ]),
    { name: 'unlisted', text: '', code: '', statuses: [], advice: unlisted },
    ...Object.entries(gateways).map(([status, advice]) => ({
      name: status,
      text: '',
      code: '',
      statuses: [{ status: Number(status) }],
      advice,
    })),
  ];
  return entries.map((entry) => ({ ...entry, title: titleOf(entry, entries), page: errorPage(contract, entry.name, entry.code) }));
}

type Untitled = Omit<ErrorEntry, 'title' | 'page'>;

function titleOf(entry: Untitled, entries: Untitled[]): string {
  if (entry.name === 'unlisted') return 'Any other code';
  if (!entry.code) return `Status ${entry.name} without a code`;
  return entries.filter(({ name }) => name === entry.name).length > 1 ? entry.text.replace(/: <.*/, '') : entry.name;
}

/** The names of the entries that an operation may answer with. */
export function errorsOf(contract: Contract, operation: Operation): string[] {
  const { codes, reasons, gateways } = operationErrors(contract, operation);
  const own = new Set([...codes, ...reasons, ...gateways]);
  return errorEntries(contract)
    .map(({ name }) => name)
    .filter((name) => own.has(name));
}

/** The operations that may answer with an entry; of what is not listed, each may. */
export function operationsOfEntry(contract: Contract, { name }: ErrorEntry): Operation[] {
  return operationsOf(contract)
    .map(({ operation }) => operation)
    .filter((operation) => errorsOf(contract, operation).includes(name));
}
