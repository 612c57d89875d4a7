import { errorPages } from '@finauth-sdk/client';

/** The page of an error in the docs, by what the error is called. Undefined where the spec does not say where the docs are. */
export function docsUrlOf(name: string): string | undefined {
  return errorPages && `${errorPages}${name.toLowerCase()}/`;
}
