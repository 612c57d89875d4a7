import { type Edit, replaceText } from './edit.ts';

/** Other words for what stays as it is: a summary, a remedy, a description. */
export const changeWords: Edit = {
  what: 'other words',
  shows: [', in other words', 'Send the request again in a moment.'],
  async apply(spec) {
    await replaceText(spec, 'paths/get_biz_token.yaml', /^ {2}summary: .*/, '$&, in other words');
    await replaceText(spec, 'errors.yaml', /^( {2}INTERNAL_ERROR:\n(?: {4}.*\n)*? {4}remedy: ).*/, '$1Send the request again in a moment.');
    await replaceText(
      spec,
      'components/schemas/GetBizTokenRequest.yaml',
      /^( {2}uuid:\n(?: {4}.*\n)*? {4}description: >-\n)/,
      '$1      In other words.\n',
    );
  },
};
