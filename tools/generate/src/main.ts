import { root } from './folders.ts';
import { run } from './run.ts';

process.exitCode = await run(root, process.argv.slice(2), {
  print: (text) => console.log(text),
  complain: (text) => console.error(text),
});
