// The command, for whoever has it ready ahead: loading is a third of the work, and what has been done once is done again in half the time. It waits for a line,
// and serves once, so that no run knows of the one before.
import { once } from 'node:events';
import { root } from './folders.ts';
import { rehearse } from './regenerate.ts';
import { run } from './run.ts';

await rehearse(root);
await once(process.stdin, 'data');
process.stdin.destroy();
process.exitCode = await run(root, [], {
  print: (text) => console.log(text),
  complain: (text) => console.error(text),
});
