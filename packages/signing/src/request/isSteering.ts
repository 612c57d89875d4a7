import { isObject } from '../rules.ts';

const DIGESTS = /^(?:DYNAMIC_SERVER|BAILOUT_TO|HANGING_PROMISE|NEXT)_/;

/**
 * Whether what was thrown is a framework's way to steer its rendering, and not a failure: Next.js and React throw through `fetch` what they want to
 * catch themselves further out, and Remix and React Router throw a Response. Wrapped, or tried again, it makes a page render wrongly.
 */
export function isSteering(thrown: unknown): boolean {
  if (!isObject(thrown)) return false;
  try {
    const { digest, code, $$typeof } = thrown as { digest?: unknown; code?: unknown; $$typeof?: unknown };
    return (
      (typeof digest === 'string' && DIGESTS.test(digest)) ||
      (typeof code === 'string' && code.startsWith('NEXT_')) ||
      $$typeof === Symbol.for('react.postpone') ||
      Object.prototype.toString.call(thrown) === '[object Response]'
    );
  } catch {
    return false;
  }
}
