import type { FinAuthOptions } from '@finauth-sdk/signing';

/** Whom to call, as whom, and with what. */
export interface Target {
  /** In a few words, for the reader. */
  name: string;
  options: FinAuthOptions;
  input: { liveness_id: string; uuid?: string };
  close(): Promise<void>;
}
