// Writes many files into the folder that it is given, of the kind that it is given: long enough to be disturbed.
import { apply } from '../outputs.ts';

const [root, kind] = process.argv.slice(2) as [string, string];
const names = Array.from({ length: 2_000 }, (_, index) => `generated/${index}.ts`);
await apply(root, ['generated'], new Map(names.map((name) => [name, kind])));
