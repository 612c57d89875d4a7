import { cutEntry, type Edit, replaceText } from './edit.ts';

/** A reason that is documented no longer. */
export const removeReason: Edit = {
  what: 'a reason that is gone',
  shows: [],
  isAlone: true,
  async apply(spec) {
    await cutEntry(spec, 'errors.yaml', 'MORE_RETRY_TIMES', 6);
    await cutEntry(spec, 'components/responses/Forbidden.yaml', 'MORE_RETRY_TIMES', 6);
  },
};

/** A code that is gone, and the only answer that it came with. */
export const removeCode: Edit = {
  what: 'a code that is gone',
  shows: [],
  isAlone: true,
  async apply(spec) {
    await cutEntry(spec, 'errors.yaml', 'AUTHENTICATION_ERROR', 2);
    await cutEntry(spec, 'components/responses/Forbidden.yaml', 'AUTHENTICATION_ERROR', 6);
  },
};

/** One of two countries that is served no longer. */
export const removeRegion: Edit = {
  what: 'a region that is gone',
  shows: [],
  isAlone: true,
  apply: (spec) =>
    replaceText(spec, 'openapi.yaml', '  - url: https://api-idn.yljz.com\n    description: Indonesia\n    x-region: idn\n', ''),
};
