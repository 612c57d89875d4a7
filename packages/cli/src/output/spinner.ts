import type { Terminal } from './terminal.ts';

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 80;
// A terminal that does not know its width says 0.
const USUAL_COLUMNS = 80;

/** Shows on stderr that something is waited for. Only on a terminal: a log of a thousand frames helps nobody. */
export async function withSpinner<T>({ stderr, env, paintNotes }: Terminal, text: string, work: () => Promise<T>): Promise<T> {
  if (!stderr.isTTY || env.CI || env.TERM === 'dumb') return await work();
  const line = text.slice(0, (stderr.columns || USUAL_COLUMNS) - 3);
  let frame = 0;
  const draw = (): void => void stderr.write(`\r${paintNotes.faint(`${FRAMES[frame++ % FRAMES.length]} ${line}`)}`);
  const timer = setInterval(draw, FRAME_MS);
  draw();
  try {
    return await work();
  } finally {
    clearInterval(timer);
    // Blanks and not an escape code, which NO_COLOR's users may not want either.
    stderr.write(`\r${' '.repeat(line.length + 2)}\r`);
  }
}
