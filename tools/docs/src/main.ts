import { join } from 'node:path';
import { buildDocs } from './buildDocs.ts';
import { apiPages, spec } from './folders.ts';
import { siteUrlOf } from './siteUrlOf.ts';

try {
  await buildDocs({ spec, api: apiPages, output: join(import.meta.dirname, '../dist'), siteUrl: siteUrlOf(process.env['DOCS_SITE_URL']) });
  console.log('The site is in tools/docs/dist: files for any static host. `npm run docs:dev` shows it.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
