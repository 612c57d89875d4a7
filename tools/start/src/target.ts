import type { FinAuthOptions, GetBizTokenInput } from '@finauth-sdk/signing';

/** Whom to call, as whom, and with what. */
export interface Target {
  /** In a few words, for the reader. */
  name: string;
  options: FinAuthOptions;
  input: GetBizTokenInput;
  close(): Promise<void>;
}
