// Generates from the spec in the folder that it is given, and prints what came of it, and in what surroundings.
import { readdir } from 'node:fs/promises';
import { generate } from '../generate.ts';

const spec = process.argv[2]!;
const surroundings = {
  locale: new Intl.DateTimeFormat().resolvedOptions().locale,
  timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  umask: process.umask(),
  firstFile: (await readdir(spec))[0],
};
console.log(JSON.stringify({ surroundings, outputs: [...(await generate(spec))] }));
