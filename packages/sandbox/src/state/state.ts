import type { IssuedTokens } from './issuedTokens.ts';
import type { SandboxClock } from './sandboxClock.ts';
import type { Settings } from './settings.ts';
import type { SeenSigns } from '../signature/seenSigns.ts';

/** The state of a sandbox: what the judges know besides the call. */
export interface State {
  readonly settings: Settings;
  /** Puts other settings in force. One place, so that the live page is told of each change, the sandbox's own ones too. */
  use(settings: Settings): void;
  readonly clock: SandboxClock;
  readonly seenSigns: SeenSigns;
  readonly tokens: IssuedTokens;
  /** How many calls are at work: let in, and not answered yet. */
  atWork: number;
  /** A number from 0 up to 1, for failures at a rate. */
  readonly random: () => number;
}
