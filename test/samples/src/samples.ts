import { errorCatalogue, errorPages, type Region, resultCatalogue, servers } from '@finauth-sdk/client';
import type { Sandbox } from '@finauth-sdk/sandbox';
import type { Contract } from '@finauth-sdk/generate/contract';

/** What there is to compare with: the sandbox that a sample has called, the token that it issued last, and the spec. */
export interface World {
  readonly sandbox: Sandbox;
  readonly token: string | undefined;
  readonly signature: Contract['x-signature'];
}

/** How a sample is run, and what it must print. */
export interface Sample {
  readonly by: 'node' | 'oldestNode' | 'sh' | 'vitest' | 'python3' | 'java' | 'go' | 'php' | 'kotlinc' | 'swiftc';
  /** Environment beyond the sandbox's URL, a region and the credentials. */
  readonly env?: (sandbox: Sandbox) => Record<string, string>;
  /** Whether it is run where FinAuth can be reached through a proxy alone, whose URL is in HTTPS_PROXY. */
  readonly behindProxy?: boolean;
  readonly prints: (world: World) => string | RegExp;
  readonly complains?: (world: World) => string | RegExp;
  /** Programs that it needs besides Node and a POSIX shell. */
  readonly needs?: readonly string[];
  /** Whether a machine may lack them: then it is not run. */
  readonly optional?: true;
}

const lastRegion = Object.keys(servers).at(-1) as Region;

const printsToken: Pick<Sample, 'prints'> = { prints: ({ token }) => `${token}\n` };

/** The signature of the worked example, in a language that a machine need not have. */
const signsIn = (by: 'python3' | 'java' | 'go' | 'php'): Sample => ({
  by,
  needs: [by],
  optional: true,
  prints: ({ signature: { example } }) => `${example['sign']}\n`,
});

/** Part of an app, and no program. What its compiler warns of may be its own machine. */
const compilesBy = (by: 'kotlinc' | 'swiftc'): Sample => ({
  by,
  needs: [by],
  optional: true,
  prints: () => '',
  complains: () => /^(?!.*\berror:)/s,
});

/** Every file of spec/samples, but for the one that runs until it is stopped: see server.test.ts. */
export const samples: Readonly<Record<string, Sample>> = {
  'breaker.ts': {
    by: 'node',
    env: ({ liveness }) => ({ FINAUTH_LIVENESS_ID: liveness.INTERNAL_ERROR }),
    prints: () => [1, 2, 3, 4, 5, 6, 7].map((call) => `${call} ${call <= 5 ? 'INTERNAL_ERROR' : 'ERR_CONNECTION'}\n`).join(''),
    complains: () => 'FinAuth is away: no calls for 10 seconds\n',
  },
  'client.ts': { by: 'node', ...printsToken },
  'command.sh': { by: 'sh', complains: () => /^request_id \S+, \d+ ms\n$/, ...printsToken },
  'errors.ts': {
    by: 'node',
    env: ({ liveness }) => ({ FINAUTH_LIVENESS_ID: liveness.DENIED }),
    prints: () => '',
    complains: ({ sandbox }) => {
      const { remedy } = errorCatalogue.AUTHORIZATION_ERROR.reasons!['DENIED']!;
      return `AUTHORIZATION_ERROR attempts: 1 do not retry\n${errorPages}denied/\n403 DENIED ${remedy} ${sandbox.requests.at(-1)?.requestId}\n`;
    },
  },
  'failures.test.ts': { by: 'vitest', prints: () => /Tests {2}5 passed \(5\)/ },
  'handOver.kt': compilesBy('kotlinc'),
  'handOver.swift': compilesBy('swiftc'),
  'phone.ts': { by: 'node', prints: () => `${resultCatalogue.USER_TIMEOUT.meaning}\n` },
  'middleware.ts': { by: 'node', ...printsToken },
  'openssl.sh': {
    by: 'sh',
    needs: ['curl', 'openssl', 'od'],
    prints: ({ token }) => new RegExp(`^\\{.*"biz_token":"${token}".*\\}\\s*$`),
  },
  'pino.ts': {
    by: 'node',
    env: ({ liveness }) => ({ FINAUTH_LIVENESS_ID: liveness.DENIED }),
    prints: ({ sandbox: { credentials, requests } }) =>
      new RegExp(
        `^(?![^]*${credentials.apiSecret})\\{"level":50,.*"code":"AUTHORIZATION_ERROR",.*"msg":"finauth gaveUp"\\}\n` +
          `\\{"level":50,.*"type":"FinAuthApiError",.*"detail":"DENIED","requestId":"${requests.at(-1)?.requestId}",.*"msg":"no token"\\}\n$`,
      ),
  },
  'production.ts': {
    by: 'node',
    prints: ({ token }) =>
      new RegExp(`^attemptStarted \\{[^}]*\\}\nanswered \\{[^}]*status: 200[^}]*\\}\nsucceeded \\{[^}]*waitedMs: 0[^}]*\\}\n${token}\n$`),
  },
  'proxy.sh': {
    by: 'sh',
    behindProxy: true,
    prints: () => /^passed +proxy +calls go through HTTPS_PROXY, [^]*^passed +HTTP [^]* 0 failed, /m,
  },
  'proxyAgent.ts': { by: 'node', behindProxy: true, ...printsToken },
  'proxyDispatcher.ts': { by: 'node', behindProxy: true, ...printsToken },
  'proxyEnvAgent.ts': { by: 'node', behindProxy: true, ...printsToken },
  'proxyHosts.ts': {
    by: 'node',
    env: () => ({ NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: 'http://proxy.example:3128', NO_PROXY: new URL(servers[lastRegion].url).host }),
    prints: () =>
      Object.entries(servers)
        .map(([region, { url }]) => `${region} ${new URL(url).host} ${region === lastRegion ? 'directly' : 'through HTTPS_PROXY'}\n`)
        .join(''),
  },
  'reach.sh': {
    by: 'sh',
    needs: ['curl'],
    prints: () => /^\nstatus \d{3} from 127\.0\.0\.1\nDNS [^]*\nanswer +[\d.]+ s\n.*UTC.*\nDate: .* GMT\s*$/i,
  },
  'reasons.ts': {
    by: 'node',
    env: ({ liveness }) => ({ FINAUTH_LIVENESS_ID: liveness.UNLISTED_REASON }),
    prints: () => '',
    complains: ({ sandbox }) =>
      `AUTHORIZATION_ERROR SOMETHING_NEW ${errorCatalogue.AUTHORIZATION_ERROR.remedy} ${sandbox.requests.at(-1)?.requestId}\n`,
  },
  'regions.ts': {
    by: 'node',
    env: ({ credentials: { apiKey, apiSecret } }) =>
      Object.fromEntries(
        Object.keys(servers).flatMap((region) => [
          [`FINAUTH_API_KEY_${region.toUpperCase()}`, apiKey],
          [`FINAUTH_API_SECRET_${region.toUpperCase()}`, apiSecret],
        ]),
      ),
    ...printsToken,
  },
  'rotation.ts': { by: 'node', env: () => ({ FINAUTH_CREDENTIALS_FILE: 'credentials.json' }), ...printsToken },
  'sandbox.test.ts': { by: 'vitest', prints: () => /Tests {2}3 passed \(3\)/ },
  // Starts a sandbox of its own. The quickstart has it saved as first.mjs, and started with the oldest Node that is supported.
  'sandbox.ts': { by: 'oldestNode', prints: () => /^\d+,[\da-f-]{36}\n$/ },
  'sdk.ts': { by: 'node', ...printsToken },
  'Sign.java': signsIn('java'),
  'sign.go': signsIn('go'),
  'sign.php': signsIn('php'),
  'sign.py': signsIn('python3'),
  'signByHand.ts': { by: 'node', prints: ({ signature: { example } }) => `${example['sign']}\n` },
  'signature.ts': {
    by: 'node',
    prints: ({ signature: { example } }) => `${example['raw']}\n${example['digestHex']}\n${example['sign']}\n`,
  },
  'stubWithMsw.test.ts': { by: 'vitest', prints: () => /Tests {2}2 passed \(2\)/ },
  'smallBundle.ts': { by: 'node', ...printsToken },
  'stubWithNock.test.ts': { by: 'vitest', prints: () => /Tests {2}2 passed \(2\)/ },
  'stubWithVitest.test.ts': { by: 'vitest', prints: () => /Tests {2}2 passed \(2\)/ },
  'undici.ts': { by: 'node', ...printsToken },
  'validate.ts': {
    by: 'node',
    prints: () => /^uuid \(x-maxBytes\): uuid must be at most \d+ bytes long as UTF-8, and is 300 bytes: .+\n$/,
  },
  'verdict.ts': { by: 'node', env: ({ testIds }) => ({ FINAUTH_VERIFY_ID: testIds.verify.ok }), prints: () => 'passed\n' },
  'verify.ts': {
    by: 'node',
    prints: ({ signature }) =>
      `valid for ${signature.defaultWindowSeconds} seconds\n{ valid: true }\n{ valid: false, reason: 'INVALID_SIGN' }\n`,
  },
};
