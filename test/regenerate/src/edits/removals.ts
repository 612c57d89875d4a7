import { cutEntry, type Edit, replaceText } from './edit.ts';

/** A reason that is documented no longer. */
export const removeReason: Edit = {
  what: 'a reason that is gone',
  shows: [],
  isApart: true,
  async apply(spec) {
    await cutEntry(spec, 'errors.yaml', 'MORE_RETRY_TIMES', 6);
    await cutEntry(spec, 'components/responses/Forbidden.yaml', 'MORE_RETRY_TIMES', 6);
    await cutEntry(spec, 'components/responses/VerifyForbidden.yaml', 'MORE_RETRY_TIMES', 6);
  },
};

/** One of two countries that is served no longer. */
export const removeRegion: Edit = {
  what: 'a region that is gone',
  shows: [],
  isApart: true,
  async apply(spec) {
    await replaceText(spec, 'openapi.yaml', '  - url: https://api-idn.yljz.com\n    description: Indonesia\n    x-region: idn\n', '');
    // A sample makes a client for each of the two.
    await replaceText(spec, 'samples/regions.ts', ", idn: clientIn('idn')", '');
    await replaceText(spec, 'samples/regions.ts', "mint('idn'", "mint('sgp'");
  },
};
