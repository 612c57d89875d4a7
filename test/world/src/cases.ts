import { clockCases } from './cases/clockCases.ts';
import { connectionCases } from './cases/connectionCases.ts';
import { hostileCases } from './cases/hostileCases.ts';
import { loadingCases } from './cases/loadingCases.ts';
import { peopleCases } from './cases/peopleCases.ts';
import { proxyCases } from './cases/proxyCases.ts';
import { sandboxCases } from './cases/sandboxCases.ts';
import { turnCases } from './cases/turnCases.ts';
import type { WorldCase } from './worldCase.ts';

/** Every kind that needs a server, a socket or Node. What needs none of them is a case of the suite, and runs on every runtime. */
export const cases: readonly WorldCase[] = [
  ...connectionCases,
  ...proxyCases,
  ...clockCases,
  ...turnCases,
  ...peopleCases,
  ...hostileCases,
  ...loadingCases,
  ...sandboxCases,
];
