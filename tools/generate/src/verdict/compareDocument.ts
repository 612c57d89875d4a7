import type { Contract } from '../contract/contract.ts';
import { pairs, same, wordsChange, type Change } from './change.ts';

// What other rules compare, or what is compared where it is used.
const ELSEWHERE = new Set(['openapi', 'paths', 'components', 'servers', 'x-error-model', 'x-results', 'x-signature', 'x-sources']);
const WORDS = new Set(['info', 'tags', 'externalDocs']);

/** What has changed around the operations: what the API says of itself, and where its facts come from. */
export function compareDocument(before: Contract, after: Contract): Change[] {
  return [...compareRoot(before, after), ...comparePaths(before, after), ...compareSources(before['x-sources'], after['x-sources'])];
}

function compareRoot(before: Contract, after: Contract): Change[] {
  const all = pairs(before as unknown as Record<string, unknown>, after as unknown as Record<string, unknown>);
  return all.flatMap(([key, was, is]): Change[] => {
    if (ELSEWHERE.has(key) || same({ [key]: was }, { [key]: is })) return [];
    if (WORDS.has(key) || key.startsWith('x-')) return [wordsChange(`The words of the spec’s ${key} differ.`)];
    const why = 'No rule knows what it means for users, so it counts as a break.';
    return [{ subject: 'operation', kind: 'changed', what: `The spec’s ${key} differs.`, why, bump: 'major' }];
  });
}

const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

/** What a path says of all its operations. They themselves are compared by their IDs. */
function comparePaths(before: Contract, after: Contract): Change[] {
  return pairs<object>(before.paths, after.paths).flatMap(([path, was, is]) => {
    const rest = (item: object = {}) => Object.fromEntries(Object.entries(item).filter(([key]) => !METHODS.has(key)));
    return !was || !is || same(rest(was), rest(is)) ? [] : [wordsChange(`The words of ${path} differ.`)];
  });
}

function compareSources(before: Contract['x-sources'], after: Contract['x-sources']): Change[] {
  return pairs(before, after).flatMap(([name, was, is]): Change[] => {
    if (!was)
      return [
        { subject: 'name', kind: 'added', what: `The source ${name} is new.`, why: 'What was there before stays as it is.', bump: 'minor' },
      ];
    if (!is) {
      const why = 'A program that names it no longer compiles.';
      return [{ subject: 'name', kind: 'removed', what: `The source ${name} is gone.`, why, bump: 'major' }];
    }
    return same(was, is) ? [] : [wordsChange(`The source ${name} is explained in other words.`)];
  });
}
