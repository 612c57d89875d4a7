import { codeSamplesOf } from '@finauth-sdk/docs/codeSamples';
import { errorEntries } from '@finauth-sdk/docs/errorEntries';
import { spec } from '@finauth-sdk/docs/folders';
import { readGuides } from '@finauth-sdk/docs/readGuides';
import { bundleSpec } from '@finauth-sdk/generate/bundleSpec';
import { operationsOf } from '@finauth-sdk/generate/contract';

// What the site has to show comes from the spec, so that it goes on being true when the spec grows.
export const contract = await bundleSpec(spec);
export const guides = await readGuides(spec);
export const entries = errorEntries(contract);
export const operations = operationsOf(contract).map(({ operation }) => operation);

/** The tabs of the samples beside each operation. */
export const samples = operations.flatMap((operation) =>
  codeSamplesOf(operation).map(({ lang, label = lang, source }) => ({ summary: operation.summary, label, source })),
);
