import type { ExitClass } from './exitCodes.ts';

/** An error of the command itself, whose message is for the person at the terminal and holds no secret. */
export class CommandError extends Error {
  override readonly name: string = 'CommandError';
  readonly exitClass: ExitClass;

  constructor(exitClass: ExitClass, message: string) {
    super(message);
    this.exitClass = exitClass;
  }
}
