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

/** One check as a line, and its remedy as another. */
export function printCheck({ name, status, says, remedy }: Check, paint: Paint): string {
  const line = `${paint[shades[status]](status.padEnd(7))}  ${name.padEnd(NAME_WIDTH)}  ${says}`;
  return remedy === undefined ? line : `${line}\n${' '.repeat(NAME_WIDTH + 11)}${remedy}`;
}

export function checkJson({ name, status, says, remedy }: Check): Record<string, unknown> {
  return { name, status, says, remedy };
}
