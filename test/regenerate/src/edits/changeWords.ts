import { type Edit, replaceText } from './edit.ts';

/** Other words for what stays as it is: a summary, a remedy, a description. */
export const changeWords: Edit = {
  what: 'other words',
  shows: ['Mint a token for one check', 'Send the request again in a moment.'],
  async apply(spec) {
    await replaceText(spec, 'paths/get_biz_token.yaml', '  summary: Get a biz_token\n', '  summary: Mint a token for one check\n');
    await replaceText(
      spec,
      'errors.yaml',
      "    remedy: Ask again. If it persists, give FinAuth's support the request_id.\n",
      '    remedy: Send the request again in a moment.\n',
    );
    await replaceText(
      spec,
      'components/schemas/GetBizTokenRequest.yaml',
      '      The ID of the liveness scene.',
      '      The ID that the console gives to a liveness scene.',
    );
  },
};
