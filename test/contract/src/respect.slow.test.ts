import { bundleSpec } from '@finauth-sdk/generate/bundleSpec';
import { errorExamples } from '@finauth-sdk/generate/errorExamples';
import { startMock } from '@finauth-sdk/mock';
import { liveness, startSandbox, testIds } from '@finauth-sdk/sandbox';
import { createSigner } from '@finauth-sdk/signing';
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const { resolve } = createRequire(import.meta.url);
const spec = dirname(resolve('@finauth-sdk/spec/package.json'));
const redocly = join(dirname(resolve('@redocly/cli/package.json')), 'bin/cli.js');
// The workflows are of one operation. What the others answer is judged through createFinAuth.
const examples = errorExamples(await bundleSpec(spec)).filter(({ operationId }) => operationId === 'getBizToken');

interface Peer {
  url: string;
  /** A signature that is good now. */
  sign(): string;
  close(): Promise<void>;
}

/** What claims to be FinAuth. */
const peers: Record<string, () => Promise<Peer>> = {
  async Prism() {
    const { sign } = createSigner({ apiKey: 'key', apiSecret: 'secret' });
    return { ...(await startMock()), sign };
  },
  async 'the sandbox'() {
    const sandbox = await startSandbox();
    return { url: sandbox.url, sign: createSigner(sandbox.credentials).sign, close: () => sandbox.close() };
  },
};

it('there are failures to run them for', () => {
  expect(examples.length).toBeGreaterThan(5);
});

// Each takes half a second of a process of its own.
describe.concurrent.each(Object.keys(peers))('the workflows of the spec, run against %s', (name) => {
  let peer: Peer;
  beforeAll(async () => {
    peer = await peers[name]!();
  });
  afterAll(() => peer.close());

  it('mint a token', async () => {
    const { exitCode, output } = await respect('minted', peer, { liveness_id: liveness.ok });
    expect(exitCode, output).toBe(0);
  });

  it.each(examples)('are refused with $status $name', async ({ status, name: example, error }) => {
    const scene = Object.entries(liveness).find(([answer]) => answer === example || answer === String(status))![1];
    const { exitCode, output } = await respect('refused', peer, {
      liveness_id: scene,
      prefer: `code=${status}, example=${example}`,
      status,
      error,
    });
    expect(exitCode, output).toBe(0);
  });

  it.each(['SUCCESS', 'PASS_LIVING_NOT_THE_SAME'] as const)('go from the token to the verdict %s', async (result) => {
    const { exitCode, output } = await respect('verified', peer, {
      liveness_id: liveness.ok,
      verify_id: result === 'SUCCESS' ? testIds.verify.ok : testIds.verify[result],
      prefer: `code=200, example=${result}`,
      result,
    });
    expect(exitCode, output).toBe(0);
  });

  it('fail where the verdict is another', async () => {
    const inputs = {
      liveness_id: liveness.ok,
      verify_id: testIds.verify.USER_TIMEOUT,
      prefer: 'code=200, example=USER_TIMEOUT',
      result: 'SUCCESS',
    };
    const { exitCode, output } = await respect('verified', peer, inputs);
    expect(exitCode, output).toBe(1);
  });

  it('fail where the answer is another', async () => {
    const { exitCode, output } = await respect('refused', peer, {
      liveness_id: liveness.ok,
      prefer: 'code=200',
      status: 403,
      error: 'DENIED',
    });
    expect(exitCode, output).toBe(1);
  });
});

function respect(workflow: string, { url, sign }: Peer, inputs: object): Promise<{ exitCode: number | null; output: string }> {
  const input = JSON.stringify({ sign: sign(), ...inputs });
  const file = workflow === 'verified' ? 'verify' : 'getBizToken';
  const args = ['respect', `workflows/${file}.arazzo.yaml`, '--workflow', workflow, '--server', `finauth=${url}`, '--input', input];
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  return new Promise((done) => {
    const child = execFile(process.execPath, [redocly, ...args], { cwd: spec, env }, (_, stdout, stderr) => {
      done({ exitCode: child.exitCode, output: stdout + stderr });
    });
  });
}
