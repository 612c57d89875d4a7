import type MiniSearch from 'minisearch';
import type { Options, Query } from 'minisearch';
import { stemmer } from 'stemmer';

/** A part of a page: what stands below one heading. */
export interface Part {
  id: number;
  /** Its address within the site. */
  path: string;
  /** The title of its page. */
  page: string;
  /** Its heading; nothing of a page's first part. */
  heading: string;
  text: string;
  /** Other words that people search for when this part is what they need. */
  words: string;
}

/** What is known of a part that was found. */
export type Found = Pick<Part, 'path' | 'page' | 'heading'>;

// What people type, and what the texts say in its place. Words that differ by their endings alone need no entry.
const SYNONYMS = [
  ['outage', 'incident', 'downtime', 'stopped'],
  ['forbidden', '403'],
  ['unauthorized', '401', 'authentication'],
  ['certificate', 'cert', 'tls', 'ssl'],
  ['firewall', 'blocked', 'proxy'],
  ['whitelist', 'allowlist', 'allowed'],
  ['mismatch', 'invalid', 'wrong'],
  ['throttled', 'quota', 'limit', 'concurrency', '429'],
  ['metrics', 'monitoring', 'prometheus', 'opentelemetry'],
  ['timeout', 'slow', 'latency', 'hang'],
  ['dns', 'enotfound', 'resolver'],
  ['mock', 'fake', 'stub', 'sandbox'],
  ['settings', 'options', 'configuration'],
].map((group) => group.map((word) => stemmer(word)));

// They stand in every text, and say nothing of what somebody looks for.
const EMPTY = new Set(
  'a an and are at be but by do does for from get how i if in is it my of on or that the this to was what when where why with'.split(' '),
);

/** How the index is made, and so how it has to be read. */
export const indexOptions: Options<Part> = {
  fields: ['page', 'heading', 'text', 'words'],
  storeFields: ['path', 'page', 'heading'],
  tokenize: wordsOf,
  processTerm: (word) => (EMPTY.has(word) ? null : stemmer(word)),
  searchOptions: {
    boost: { page: 4, heading: 4, words: 8 },
    weights: { prefix: 0.4, fuzzy: 0.2 },
    boostDocument: (_, __, stored) => weightOf(stored as unknown as Found),
  },
};

/** A page that was written to be read comes before a page of the TypeScript API, and the page of an error before whatever lists it. */
function weightOf({ path }: Found): number {
  if (path.startsWith('api/')) return 0.25;
  if (path.startsWith('errors/#')) return 0.5;
  return /^errors\/\w+\/$/.test(path) ? 1.5 : 1;
}

/** What fits a text that somebody typed, the best first: all of its words or their synonyms, and where there is no such part, any of them. */
export function find(index: MiniSearch<Part>, text: string): Found[] {
  const words = wordsOf(text).filter((word) => !EMPTY.has(word));
  const queries = words.map((word, at) => anyOf(word, at === words.length - 1));
  const all = index.search({ combineWith: 'AND', queries });
  return (all.length > 0 ? all : index.search({ combineWith: 'OR', queries })) as unknown as Found[];
}

/** The last word may be half typed; a long one may be mistyped. */
function anyOf(word: string, isLast: boolean): Query {
  const stem = stemmer(word);
  const synonyms = SYNONYMS.filter((group) => group.includes(stem)).flatMap((group) => group.filter((other) => other !== stem));
  return {
    combineWith: 'OR',
    queries: [
      { queries: [word], prefix: isLast && word.length > 1, fuzzy: word.length > 5 ? 0.2 : false },
      // They are stems already.
      ...synonyms.map((other) => ({ queries: [other], boostTerm: () => 0.3 })),
    ],
  };
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
