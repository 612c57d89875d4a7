import { bundleSpec } from '@finauth-sdk/generate/bundleSpec';
import { join } from 'node:path';
import { buildDocs } from './buildDocs.ts';
import { apiPages, spec } from './folders.ts';
import { siteUrlOf } from './siteUrlOf.ts';

const NO_ADDRESS =
  'DOCS_SITE_URL is not set, so the site does not know its own address. It has no sitemap.xml, no canonical links, no link previews, and no links on 404.html. Set it to publish the site.';

try {
  const siteUrl = siteUrlOf(process.env['DOCS_SITE_URL']);
  if (!siteUrl) console.warn(NO_ADDRESS);
  const { externalDocs } = await bundleSpec(spec);
  const linked = siteUrlOf(externalDocs?.url);
  if (siteUrl && linked && siteUrl !== linked)
    throw new Error(
      `DOCS_SITE_URL is ${siteUrl}, and the SDK's errors link to ${linked} (docsUrl): write the address of the site as externalDocs.url in spec/openapi.yaml.`,
    );
  await buildDocs({ spec, api: apiPages, output: join(import.meta.dirname, '../dist'), siteUrl });
  console.log('The site is in tools/docs/dist: files for any static host. `npm run docs:dev` shows it.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
