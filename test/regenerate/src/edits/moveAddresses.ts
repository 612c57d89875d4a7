import { type Edit, replaceText } from './edit.ts';

/** An operation at another path, a region at another host; signatures and tokens that are good for another time. */
export const moveAddresses: Edit = {
  what: 'another path, another host, and other times of signatures and tokens',
  shows: ['/finauth/v6/sdk/get_biz_token', 'https://api-sg.yljz.com', 'valid for 60 seconds'],
  // The other edits' examples are about the former times.
  isApart: true,
  renames: [
    ['/finauth/v5/sdk/get_biz_token', '/finauth/v6/sdk/get_biz_token'],
    ['100', '60'],
  ],
  async apply(spec) {
    await replaceText(spec, 'openapi.yaml', /^ {2}\/finauth\/v5\/sdk\/get_biz_token:/, '  /finauth/v6/sdk/get_biz_token:');
    await replaceText(spec, 'openapi.yaml', /^ {2}- url: https:\/\/api-sgp\.yljz\.com/, '  - url: https://api-sg.yljz.com');
    await replaceText(spec, 'signature.yaml', 'defaultWindowSeconds: 100', 'defaultWindowSeconds: 60');
    await replaceText(spec, 'components/schemas/GetBizTokenResponse.yaml', 'x-lifetimeSeconds: 3600', 'x-lifetimeSeconds: 1800');
  },
};
