import { type Edit, replaceText } from './edit.ts';

/** A field on its way out, described in other words. */
export const deprecateField: Edit = {
  what: 'a deprecated field, in other words',
  shows: ['On its way out: no report shows it any longer.'],
  isUntestable: true,
  apply: (spec) =>
    replaceText(
      spec,
      'components/schemas/GetBizTokenRequest.yaml',
      '      Your own ID of the user who is being checked.',
      '      On its way out: no report shows it any longer. Your own ID of the user who is being checked.',
    ).then(() =>
      replaceText(
        spec,
        'components/schemas/GetBizTokenRequest.yaml',
        '    x-maxBytes: 128\n',
        '    x-maxBytes: 128\n    deprecated: true\n',
      ),
    ),
};
