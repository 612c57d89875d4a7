import { type Edit, replaceText } from './edit.ts';

/** Half as many bytes for a field. */
export const lowerLimit: Edit = {
  what: 'a lowered byte limit',
  shows: ['At most 64 bytes as UTF-8.'],
  apply: (spec) => replaceText(spec, 'components/schemas/GetBizTokenRequest.yaml', 'x-maxBytes: 128', 'x-maxBytes: 64'),
};
