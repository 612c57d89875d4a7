// Writes many files of the given kind into the given folder, and sends itself the given signal once some of them are there.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { apply } from '../files/outputs.ts';

const [root, kind, signal] = process.argv.slice(2) as [string, string, NodeJS.Signals];
const names = Array.from({ length: 2_000 }, (_, index) => `generated/${index}.ts`);
const count = async (): Promise<number> => (await readdir(join(root, 'generated'))).length;

// From within, so that it comes in the middle on a machine of any speed.
const before = await count();
const done = apply(root, ['generated'], new Map(names.map((name) => [name, kind])));
while ((await count()) <= before);
process.kill(process.pid, signal);
await done;
