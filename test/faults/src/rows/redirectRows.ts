import { answers, succeeds } from '../faults.ts';
import { html, notTheApis, once, type Row } from './row.ts';

/** Redirects. The other host must not hear of the call. */
export const redirectRows: readonly Row[] = [301, 302, 303, 307, 308].flatMap((status): Row[] => [
  {
    fault: `${status} to the same host`,
    faults: [answers(status, '', { location: '/elsewhere' }), succeeds],
    sees: { ...notTheApis(status), says: /redirect/ },
    ...once,
  },
  {
    fault: `${status} to another host`,
    faultsOf: ({ otherUrl }) => [answers(status, html, { location: `${otherUrl}/finauth` }), succeeds],
    sees: { ...notTheApis(status), says: /redirect/ },
    ...once,
  },
]);
