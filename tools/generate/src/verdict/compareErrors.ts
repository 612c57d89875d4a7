import type { Advice, Contract, ErrorCode, RetryAdvice } from '../contract/contract.ts';
import type { OperationErrors } from '../contract/operationErrors.ts';
import { pairs, same, wordsChange, type Change, type Subject } from './change.ts';
import { havingError } from './judgePreviews.ts';

const retryWords: Record<RetryAdvice, string> = {
  never: 'is not tried again',
  later: 'is tried again after a pause',
  fresh_signature: 'is tried again at once, signed anew',
};

/** What a caller loses who relied on a class, by the class that takes its place. From `never` there is nothing to lose. */
const losses: Record<Exclude<RetryAdvice, 'never'>, Partial<Record<RetryAdvice, string>>> = {
  later: {
    never: 'Calls that used to get through on a later attempt now fail at once.',
    fresh_signature:
      'The SDK asks again once, and only where the answer has set its clock right. Calls that used to get through after a pause fail.',
  },
  fresh_signature: {
    never: 'Calls that used to get through, once the SDK had set its clock right, now fail at once.',
    later: 'The SDK no longer sets its clock right by the answer. Where the clock is wrong, each further attempt fails as the first did.',
  },
};

/** What has changed in the error model, each change with the operations that have the error. */
export function compareErrors(before: Contract, after: Contract): Change[] {
  const [was, is] = [before['x-error-model'], after['x-error-model']];
  const having = (changes: Change[], kind: keyof OperationErrors, name: string): Change[] =>
    changes.map((change) => ({ ...change, ...havingError(before, after, kind, name) }));
  return [
    ...pairs(was.codes, is.codes).flatMap(([code, its, now]) => [
      ...having(compareCodes(code, its, now), 'codes', code),
      ...(its && now
        ? pairs(its.reasons, now.reasons).flatMap(([reason, old, fresh]) =>
            having(compareEntries('reason', `The reason ${reason} of ${code}`, old, fresh), 'reasons', reason),
          )
        : []),
    ]),
    ...pairs(was.gateways, is.gateways).flatMap(([status, its, now]) =>
      having(compareEntries('gateway', `The gateway’s answer ${status}`, its, now), 'gateways', status),
    ),
    ...compareAdvice('code', 'A code that is not listed', was.unlisted, is.unlisted),
  ];
}

function compareCodes(code: string, was: ErrorCode | undefined, is: ErrorCode | undefined): Change[] {
  const entry = compareEntries('code', `The error code ${code}`, was, is);
  return was && is ? [...entry, ...compareStatuses(code, was, is), ...compareDetails(code, was, is)] : entry;
}

function compareEntries(subject: Subject, name: string, was: Advice | undefined, is: Advice | undefined): Change[] {
  if (!was) {
    const why = 'A program that is ready for what is not listed, as it has to be, goes on working.';
    return [{ subject, kind: 'added', what: `${name} is new; it ${retryWords[is!.retry]}.`, why, bump: 'minor' }];
  }
  if (!is) {
    const why = 'A program that waits for it waits in vain, and its name is gone from the types.';
    return [{ subject, kind: 'removed', what: `${name} is gone.`, why, bump: 'major' }];
  }
  return compareAdvice(subject, name, was, is);
}

/** Each class but `never` helps in a way of its own, as retry.ts of signing has it, so to leave one is to lose it. */
function compareAdvice(subject: Subject, name: string, was: Advice, is: Advice): Change[] {
  const changes: Change[] = [];
  if (was.retry !== is.retry) {
    const loss = was.retry === 'never' ? undefined : losses[was.retry][is.retry];
    changes.push({
      subject,
      kind: 'changed',
      what: `${name} ${retryWords[is.retry]}; before, it ${retryWords[was.retry].replace(/^is /, 'was ')}.`,
      why: loss ?? 'The SDK asks again by itself where it used to fail; a caller has nothing to change.',
      bump: loss === undefined ? 'minor' : 'major',
    });
  }
  if (was.meaning !== is.meaning || was.remedy !== is.remedy) changes.push(wordsChange(`${name} is explained in other words.`));
  if (!same(notesOf(was), notesOf(is))) changes.push(wordsChange(`${name} is known from another source.`));
  return changes;
}

/** Where a code, and each of its statuses, is known from, and whatever else is noted of it. */
function notesOf(advice: Advice & { alsoStatus?: ErrorCode['alsoStatus'] }): object {
  const noted = Object.entries(advice).filter(([key]) => key.startsWith('x-'));
  return {
    ...Object.fromEntries(noted),
    statuses: (advice.alsoStatus ?? []).map(({ status, 'x-source': source }) => `${status} ${source}`).sort(),
  };
}

function compareStatuses(code: string, was: ErrorCode, is: ErrorCode): Change[] {
  const before = statusesOf(was);
  const after = statusesOf(is);
  // Their number alone counts: that of the sources is told of with the code's.
  if (same([...before].sort(), [...after].sort()) && before[0] === after[0]) return [];
  const lost = before.filter((status) => !after.includes(status));
  return [
    {
      subject: 'code',
      kind: 'changed',
      what: `The error code ${code} comes with status ${after.join(' or ')}, before with ${before.join(' or ')}.`,
      why:
        lost.length > 0
          ? `A program that tells it by its status ${lost.join(' or ')} no longer does.`
          : 'Each status it had, it may still have.',
      bump: lost.length > 0 ? 'major' : 'minor',
    },
  ];
}

function statusesOf({ status, alsoStatus = [] }: ErrorCode): number[] {
  return [status, ...alsoStatus.map((also) => also.status)];
}

const detailWords = { none: 'nothing', key: 'the name of a field', reason: 'a reason' };

function compareDetails(code: string, was: ErrorCode, is: ErrorCode): Change[] {
  if (was.detail === is.detail) return [];
  const breaks = was.detail !== 'none';
  return [
    {
      subject: 'code',
      kind: 'changed',
      what: `What follows the error code ${code} is ${detailWords[is.detail]}, before ${detailWords[was.detail]}.`,
      why: breaks ? 'A program that reads the detail finds something else in it.' : 'A detail comes where there was none.',
      bump: breaks ? 'major' : 'minor',
    },
  ];
}
