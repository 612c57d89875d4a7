// Runs the suite on a page, where a secret must be allowed first.
import * as client from '@finauth-sdk/client';
import * as signing from '@finauth-sdk/signing';
import { runSuite } from '@finauth-sdk/test-suite';
import * as validator from '@finauth-sdk/validator';

const dangerouslyAllowBrowser = true;
const allowed = {
  ...signing,
  createFinAuth: (options) => signing.createFinAuth({ ...options, dangerouslyAllowBrowser }),
  createSigner: (credentials, options) => signing.createSigner(credentials, { ...options, dangerouslyAllowBrowser }),
};

/** What happens to a secret here if nothing is said. */
const refusals = ({ baseUrl, credentials }) =>
  [() => signing.createFinAuth({ baseUrl, credentials }), () => signing.createSigner(credentials)].map((step) => {
    try {
      step();
      return 'nothing';
    } catch (error) {
      return `${error.name}: ${error.message}`;
    }
  });

globalThis.finauthPage = {
  refusals,
  run: (environment) => runSuite({ client, signing: allowed, validator }, environment),
};
