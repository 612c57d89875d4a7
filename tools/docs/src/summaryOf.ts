import type { Contract } from '@finauth-sdk/generate/contract';

/** What a search engine shows under the title. */
export function summaryOf({ info }: Contract): string {
  return (info as { summary?: string }).summary ?? info.title;
}
