import { type Edit, replaceText } from './edit.ts';

/** A host in another country. */
export const addRegion: Edit = {
  what: 'a third region',
  shows: ['Thailand', 'api-tha.yljz.test'],
  exports: ['"tha"'],
  apply: (spec) =>
    replaceText(
      spec,
      'openapi.yaml',
      // Behind the last one.
      /^ {4}x-region: \w+\n(?![^]*^ {4}x-region:)/,
      '$&  - url: https://api-tha.yljz.test\n    description: Thailand\n    x-region: tha\n',
    ),
};
