import { servers, type Region } from '@finauth-sdk/client';
import type { Target } from './target.ts';

/** What has to be set, all of it, for FinAuth itself to be called. */
export const liveVariables = ['FINAUTH_API_KEY', 'FINAUTH_API_SECRET', 'FINAUTH_REGION', 'FINAUTH_LIVENESS_ID'] as const;

/** The real region, if everything is set that it takes; else what is missing. */
export function liveTarget(environment: Record<string, string | undefined>): { settings?: Target; missing: string[] } {
  const missing = liveVariables.filter((name) => !environment[name]);
  if (missing.length > 0) return { missing };
  const [apiKey, apiSecret, region, livenessId] = liveVariables.map((name) => environment[name]!) as [string, string, Region, string];
  return {
    missing: [],
    settings: {
      name: `FinAuth in ${servers[region]?.description ?? region}`,
      options: { region, credentials: { apiKey, apiSecret } },
      input: { liveness_id: livenessId },
      close: async () => {},
    },
  };
}
