import { portOf } from '../../portOf.ts';
import { apiPages, spec } from './folders.ts';
import { startDev } from './startDev.ts';

const DEFAULT_PORT = 4020;

try {
  const { url, close } = await startDev({ spec, api: apiPages, port: portOf('PORT', DEFAULT_PORT), say: console.log });
  console.log(`The docs are at ${url}, and follow what you change in spec/. Ctrl-C stops it.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
