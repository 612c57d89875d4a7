// For runtimes with a standard input: reads `way count` a line, answers with milliseconds a line.
import { signMany } from './signaturesScript.ts';

const decoder = new TextDecoder();
let pending = '';
for await (const chunk of process.stdin) {
  pending += decoder.decode(chunk as Uint8Array, { stream: true });
  for (let end = pending.indexOf('\n'); end !== -1; end = pending.indexOf('\n')) {
    const [way, count] = pending.slice(0, end).split(' ');
    pending = pending.slice(end + 1);
    const { milliseconds } = await signMany(way!, Number(count));
    process.stdout.write(`${milliseconds}\n`);
  }
}
