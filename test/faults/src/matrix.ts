import { bodyRows } from './rows/bodyRows.ts';
import { clockRows } from './rows/clockRows.ts';
import { connectionRows } from './rows/connectionRows.ts';
import { echoRows } from './rows/echoRows.ts';
import { failureRows } from './rows/failureRows.ts';
import { framingRows } from './rows/framingRows.ts';
import { gatewayRows } from './rows/gatewayRows.ts';
import { limitRows } from './rows/limitRows.ts';
import { redirectRows } from './rows/redirectRows.ts';
import { silenceRows } from './rows/silenceRows.ts';
import { successRows } from './rows/successRows.ts';
import { tokenRows } from './rows/tokenRows.ts';
import type { Row } from './rows/row.ts';

/** Every fault, and what a caller must see of it. Written from the error model, not from what the SDK happens to do. */
export const matrix: readonly Row[] = [
  ...connectionRows,
  ...silenceRows,
  ...framingRows,
  ...successRows,
  ...tokenRows,
  ...bodyRows,
  ...gatewayRows,
  ...redirectRows,
  ...limitRows,
  ...failureRows,
  ...clockRows,
  ...echoRows,
];
