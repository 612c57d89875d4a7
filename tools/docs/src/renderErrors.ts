import { operationsOf, type Contract, type Operation, type RetryAdvice } from '@finauth-sdk/generate/contract';
import { errorEntries, operationsOfEntry, type ErrorEntry } from './errorEntries.ts';
import { markdownTable } from '../../markdownTable.ts';
import { either, unlistedByStatus } from './renderRetries.ts';
import { sourceNote } from './sourceNote.ts';

const RETRY: Record<RetryAdvice, string> = {
  never: 'No',
  later: 'Yes, after a pause',
  fresh_signature: 'Yes, at once, signed again',
};

/** The error model: all of it as a table, then a part for each code, reason and gateway's status, which a link can lead to. */
export function renderErrors(contract: Contract): string {
  const entries = errorEntries(contract);
  const count = operationsOf(contract).length;
  return [
    markdownTable(
      ['Error', 'Status', 'What happened', 'Retry?', 'What to do', ...(count > 1 ? ['Returned by'] : [])],
      entries.map((entry) => [
        `[${label(entry)}](error:${entry.name})`,
        statuses(contract, entry),
        `${entry.advice.meaning.trim()} ${sourceNote(contract, entry.advice)}`.trimEnd(),
        retryOf(contract, entry),
        entry.advice.remedy.trim(),
        ...(count > 1 ? [returnedBy(contract, entry, count)] : []),
      ]),
    ),
    ...entries.map((entry) => renderEntry(contract, entry)),
  ].join('\n\n');
}

/** One entry, below a heading of its own. */
export function renderEntry(contract: Contract, entry: ErrorEntry, heading = '###'): string {
  const { advice } = entry;
  const calls = operationsOfEntry(contract, entry);
  const facts = [
    entry.text && `**Error text:** \`${entry.text}\``,
    entry.statuses.length > 0 && `**Status:** ${statuses(contract, entry)}`,
    `**Retry?** ${retryOf(contract, entry)}.`,
    calls.length > 0 && `**Returned by:** ${calls.map(link).join(', ')}`,
  ].filter(Boolean);
  return [
    `${heading} ${entry.title}`,
    `${advice.meaning.trim()} ${sourceNote(contract, advice)}`.trimEnd(),
    `**What to do:** ${advice.remedy.trim()}`,
    facts.map((fact) => `- ${fact}`).join('\n'),
  ].join('\n\n');
}

/** The operations of an entry; where it is an answer of each, in a word. */
function returnedBy(contract: Contract, entry: ErrorEntry, count: number): string {
  const calls = operationsOfEntry(contract, entry);
  return entry.name === 'unlisted' || calls.length === count ? 'Any' : calls.map(link).join(', ');
}

function link({ summary, operationId }: Operation): string {
  return `[${summary}](reference:${operationId})`;
}

/** Whether to retry. A code that nobody has listed is retried if it comes with the status of a gateway that is. */
function retryOf(contract: Contract, { name, advice }: ErrorEntry): string {
  const byStatus = name === 'unlisted' ? Object.entries(unlistedByStatus(contract)) : [];
  const exceptions = byStatus.map(([retry, statuses]) => `with status ${either(statuses)}: ${RETRY[retry as RetryAdvice].toLowerCase()}`);
  return [RETRY[advice.retry], ...exceptions].join('; ');
}

function label({ name, text, title }: ErrorEntry): string {
  return text ? `\`${text}\`` : name === 'unlisted' ? title : 'None: a gateway’s text or HTML';
}

function statuses(contract: Contract, entry: ErrorEntry): string {
  return entry.statuses.map((one, index) => `${index > 0 ? 'also ' : ''}${one.status} ${sourceNote(contract, one)}`.trimEnd()).join(', ');
}
