import { readFileSync, writeFileSync } from 'node:fs';
import { documents, withTables } from './errorTable.ts';

for (const path of documents) writeFileSync(path, withTables(readFileSync(path, 'utf8')));
