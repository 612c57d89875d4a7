import { type Browser, chromium } from 'playwright-core';
import { unpackChromium } from './unpackChromium.ts';

/** A real Chromium, which comes from the npm registry as a file of a package. `args` are its own, besides those that it always gets. */
export async function launchChromium(args: readonly string[] = []): Promise<Browser> {
  // The package brings NSS and Expat along, and unpacks them only where it takes the machine for Amazon's. A bare Debian has none either.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs24.x';
  await unpackChromium();
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    timeout: 60_000,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run', ...args],
  });
}
