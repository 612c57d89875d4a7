import type { ResultModel } from '../contract/contract.ts';
import { pairs, same, wordsChange, type Change } from './change.ts';

/** What has changed in what a result means. A spec of before there were results has none. */
export function compareResults(before: ResultModel | undefined, { operation, ...after }: ResultModel): Change[] {
  const change = (kind: Change['kind'], what: string, why: string, bump: Change['bump']): Change => ({
    subject: 'result',
    kind,
    what,
    why,
    bump,
    operation,
  });
  const { results = {}, families = {}, unlisted, contradiction } = before ?? {};
  return [
    ...(before === undefined || same([before.operation, before.fields], [operation, after.fields])
      ? []
      : [change('changed', 'A result is read from other fields.', 'Who reads them by hand reads others.', 'major')]),
    ...pairs(results, after.results).flatMap(([message, was, is]): Change[] => {
      const name = `The result ${message}`;
      if (!was) return [change('added', `${name} is new.`, 'Before, it was a result that is not listed.', 'minor')];
      if (!is) return [change('removed', `${name} is gone.`, 'A program that waits for it waits in vain, and its name is gone.', 'major')];
      return compareEntries(name, was, is);
    }),
    ...pairs<object>(families, after.families).flatMap(([code, was, is]): Change[] => {
      const name = `The family ${code} of results`;
      if (!was) return [change('added', `${name} is new.`, 'Before, such a code was not known.', 'minor')];
      if (!is) return [change('removed', `${name} is gone.`, 'Its results are of no kind that is known.', 'major')];
      return compareEntries(name, was, is);
    }),
    ...(unlisted ? compareEntries('A result that is not listed', unlisted, after.unlisted) : []),
    ...(contradiction ? compareEntries('A result that contradicts itself', contradiction, after.contradiction) : []),
  ];

  function compareEntries(name: string, was: object, is: object): Change[] {
    const [old, now] = [was, is] as Record<string, unknown>[];
    const told = ['code', 'isPass', 'kind', 'tryAgain', 'billed'].filter((key) => !same(old![key], now![key]));
    const words = ['meaning', 'remedy', 'tellUser', 'x-source'].some((key) => old![key] !== now![key]);
    return [
      ...told.map((key) => {
        const what = `${name} has ${key} ${JSON.stringify(now![key]) ?? 'none'}, before ${JSON.stringify(old![key]) ?? 'none'}.`;
        const isGrave = key !== 'billed';
        return change(
          'changed',
          what,
          isGrave ? 'A program that acts on it acts otherwise.' : 'It is told of, and acted on by nothing.',
          isGrave ? 'major' : 'minor',
        );
      }),
      ...(words ? [wordsChange(`${name} is explained in other words.`)] : []),
    ];
  }
}
