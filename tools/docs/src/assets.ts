import { join } from 'node:path';

/** The files that the site takes as they are. */
export const assets = join(import.meta.dirname, '../assets');
