import { type Edit, insertBefore } from './edit.ts';

/** A host in another country. */
export const addRegion: Edit = {
  what: 'a third region',
  shows: ['Thailand', 'api-tha.yljz.test'],
  apply: (spec) =>
    insertBefore(
      spec,
      'openapi.yaml',
      '# The signature is part of the body',
      '  - url: https://api-tha.yljz.test\n    description: Thailand\n    x-region: tha\n',
    ),
};
