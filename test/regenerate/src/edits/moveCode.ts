import { cutEntry, type Edit, replaceText } from './edit.ts';

/** A code that comes with another status than before. */
export const moveCode: Edit = {
  what: 'a code with another status',
  shows: [],
  isApart: true,
  async apply(spec) {
    await replaceText(
      spec,
      'errors.yaml',
      '    status: 403\n    alsoStatus:\n      - status: 429\n        x-source: integrations\n    detail: none\n    retry: later\n',
      '    status: 429\n    detail: none\n    retry: later\n',
    );
    await cutEntry(spec, 'components/responses/Forbidden.yaml', 'CONCURRENCY_LIMIT_EXCEEDED', 6);
    await cutEntry(spec, 'components/responses/VerifyForbidden.yaml', 'CONCURRENCY_LIMIT_EXCEEDED', 6);
    await replaceText(
      spec,
      'components/responses/TooManyRequests.yaml',
      '      CONCURRENCY_LIMIT_EXCEEDED_429:\n',
      '      CONCURRENCY_LIMIT_EXCEEDED:\n',
    );
  },
};
