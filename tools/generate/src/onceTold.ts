// The command, for whoever has it loaded ahead: loading is a third of the work. It waits for a line, and serves once, so that no run knows of the one before.
import { once } from 'node:events';
import { root } from './folders.ts';
import { run } from './run.ts';

await import('./regenerate.ts');
await once(process.stdin, 'data');
process.stdin.destroy();
process.exitCode = await run(root, [], {
  print: (text) => console.log(text),
  complain: (text) => console.error(text),
});
