import { expect, it } from 'vitest';
import { networkRemedy } from './networkRemedy.ts';

const UNTRUSTED = ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'SELF_SIGNED_CERT_IN_CHAIN'];

// With the issuer's certificate alone, an intermediate, Node still refuses the connection.
it.each(UNTRUSTED)('asks for the root and the intermediate certificates after %s', (code) => {
  for (const file of [undefined, '/etc/ssl/company-ca.pem'])
    expect(networkRemedy(code, file ? { NODE_EXTRA_CA_CERTS: file } : {})).toMatch(/root CA certificate.* intermediate certificates/);
});
