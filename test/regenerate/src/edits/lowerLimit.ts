import { type Edit, replaceText } from './edit.ts';

/** Fewer bytes for a field. */
export const lowerLimit: Edit = {
  what: 'a lowered byte limit',
  shows: ['At most 48 bytes as UTF-8.'],
  apply: (spec) =>
    replaceText(
      spec,
      'components/schemas/GetBizTokenRequest.yaml',
      /^(?<before> {2}uuid:\n(?: {4}.*\n)*? {4}x-maxBytes: )\d+/,
      '$<before>48',
    ),
};
