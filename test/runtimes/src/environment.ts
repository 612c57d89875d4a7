import type { Sandbox } from '@finauth-sdk/sandbox';
import type { Environment } from '@finauth-sdk/test-suite';

// Nobody listens on this port, and no system gives it to one who asks for any. One that was let go of may be somebody else's by the time it is called.
const deadUrl = 'http://127.0.0.1:2';

/** What the suite is told of a sandbox. */
export function environmentOf({ url, credentials, liveness, testIds }: Sandbox): Environment {
  return { baseUrl: url, deadUrl, credentials, liveness, verifyIds: testIds.verify };
}
