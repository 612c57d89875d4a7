import { Help } from 'commander';
import type { Paint } from '../output/paint.ts';

/** How a check ended. Skipped: it had no meaning after what another had found, or was not asked for. */
export type Status = 'passed' | 'warned' | 'failed' | 'skipped';

export interface Outcome {
  readonly status: Status;
  readonly says: string;
  /** What to do about it. */
  readonly remedy?: string;
}

export interface Check extends Outcome {
  readonly name: string;
}

export const passed = (says: string): Outcome => ({ status: 'passed', says });
export const warned = (says: string, remedy: string): Outcome => ({ status: 'warned', says, remedy });
export const failed = (says: string, remedy: string): Outcome => ({ status: 'failed', says, remedy });
export const skipped = (says: string): Outcome => ({ status: 'skipped', says });

const NAME_WIDTH = 12;
const shades = { passed: 'good', warned: 'doubtful', failed: 'bad', skipped: 'faint' } as const;

/** What a check says and its remedy, each on a line, or on as many as a terminal of so many columns takes to keep words whole. */
export function printCheck({ name, status, says, remedy }: Check, paint: Paint, columns: number = Number.POSITIVE_INFINITY): string {
  const head = `${paint[shades[status]](status.padEnd(7))}  ${name.padEnd(NAME_WIDTH)}  `;
  const indent = NAME_WIDTH + 11;
  const lines = [says, remedy]
    .filter((text) => text !== undefined)
    .flatMap((text) => new Help().boxWrap(text, columns - indent).split('\n'));
  return head + lines.join(`\n${' '.repeat(indent)}`);
}

export function checkJson({ name, status, says, remedy }: Check): Record<string, unknown> {
  return { name, status, says, remedy };
}
