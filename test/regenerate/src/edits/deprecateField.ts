import { type Edit, replaceText } from './edit.ts';

/** A field on its way out, described in other words. */
export const deprecateField: Edit = {
  what: 'a deprecated field, in other words',
  shows: ['On its way out: no report shows it any longer.'],
  apply: (spec) =>
    replaceText(
      spec,
      'components/schemas/GetBizTokenRequest.yaml',
      /^( {2}uuid:\n(?: {4}(?!deprecated).*\n)*? {4})(description: >-\n)/,
      '$1deprecated: true\n    $2      On its way out: no report shows it any longer.\n',
    ),
};
