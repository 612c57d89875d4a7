import type { Encoder } from '../operation.ts';

/** The fields as an object of JSON, signature included. */
export const asJson: Encoder = {
  method: 'POST',
  keepsLineBreaks: true,
  encode: (fields) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(fields) }),
};
