import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withErrorTable } from './errorTable.ts';

const path = join(import.meta.dirname, '../../README.md');
writeFileSync(path, withErrorTable(readFileSync(path, 'utf8')));
