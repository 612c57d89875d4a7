import { answers } from '../faults.ts';
import { BACKOFF_1, html, notTheApis, once, type Row } from './row.ts';

/** Over Node's own fetch, the attempt after a failure is the one that sees a redirect as what it is. */
export const onSecondLook = { overFetch: { attempts: 2, takesMs: BACKOFF_1 } };

/** Redirects. The other host must not hear of the call. */
export const redirectRows: readonly Row[] = [301, 302, 303, 307, 308].flatMap((status): Row[] => [
  {
    fault: `${status} to the same host`,
    faults: answers(status, '', { location: '/elsewhere' }),
    sees: { ...notTheApis(status), says: /redirect/ },
    ...once,
    ...onSecondLook,
  },
  {
    fault: `${status} to another host`,
    faultsOf: ({ otherUrl }) => [answers(status, html, { location: `${otherUrl}/finauth` })],
    sees: { ...notTheApis(status), says: /redirect/ },
    ...once,
    ...onSecondLook,
  },
]);
