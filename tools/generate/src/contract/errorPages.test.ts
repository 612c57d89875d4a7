import { expect, test } from 'vitest';
import { bundleSpec } from '../spec/bundleSpec.ts';
import { testSpec } from '../testing/testSpec.ts';
import { errorPage, errorPagesUrl } from './errorPages.ts';

const contract = await bundleSpec(testSpec);

test('a page is called as its error is, and a reason of two codes has a page for each', () => {
  expect(errorPage(contract, 'DENIED', 'AUTHORIZATION_ERROR')).toBe('denied');
  expect(errorPage(contract, '502', '')).toBe('502');
  const { codes } = contract['x-error-model'];
  const model = { ...contract['x-error-model'], codes: { ...codes, OTHER: codes['AUTHORIZATION_ERROR']! } };
  expect(errorPage({ ...contract, 'x-error-model': model }, 'DENIED', 'OTHER')).toBe('other-denied');
});

test('the pages are below the address of the site, and nowhere if it is not known', () => {
  for (const url of ['https://example.com/docs', 'https://example.com/docs/'])
    expect(errorPagesUrl({ ...contract, externalDocs: { url } })).toBe('https://example.com/docs/errors/');
  const { externalDocs: _, ...homeless } = contract;
  expect(errorPagesUrl(homeless)).toBeUndefined();
});
