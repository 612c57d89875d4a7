import { readFileSync, writeFileSync } from 'node:fs';
import { consumers } from './consumers.ts';
import { withSupportTable } from './supportTable.ts';

const file = new URL('../../../.github/SUPPORT.md', import.meta.url);
writeFileSync(file, withSupportTable(readFileSync(file, 'utf8'), consumers));
