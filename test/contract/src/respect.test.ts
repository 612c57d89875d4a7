import { bundleSpec } from '@finauth-sdk/generate/bundleSpec';
import { errorExamples } from '@finauth-sdk/generate/errorExamples';
import { redocly } from '@finauth-sdk/generate/redocly';
import { startMock } from '@finauth-sdk/mock';
import { liveness, startSandbox, testIds } from '@finauth-sdk/sandbox';
import { createSigner } from '@finauth-sdk/signing';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const { resolve } = createRequire(import.meta.url);
const spec = dirname(resolve('@finauth-sdk/spec/package.json'));
// The workflows are of one operation. What the others answer is judged through createFinAuth.
const examples = errorExamples(await bundleSpec(spec)).filter(({ operationId }) => operationId === 'getBizToken');

interface Peer {
  url: string;
  /** A signature that is good now. */
  sign(): string;
  close(): Promise<void>;
}

// One signature serves for all, on a busy machine too.
const LONG = { windowSeconds: 600 };

/** What claims to be FinAuth. */
const peers: Record<string, () => Promise<Peer>> = {
  async Prism() {
    const { sign } = createSigner({ apiKey: 'key', apiSecret: 'secret' }, LONG);
    return { ...(await startMock()), sign };
  },
  async 'the sandbox'() {
    const sandbox = await startSandbox();
    return { url: sandbox.url, sign: createSigner(sandbox.credentials, LONG).sign, close: () => sandbox.close() };
  },
};

it('there are failures to run them for', () => {
  expect(examples.length).toBeGreaterThan(5);
});

describe.each(Object.keys(peers))('the workflows of the spec, run against %s', (name) => {
  let passed: Record<string, boolean>;
  let output: string;
  beforeAll(async () => {
    const peer = await peers[name]!();
    try {
      const sign = peer.sign();
      const refused = examples.map(({ status, name: example, error }) => {
        const scene = Object.entries(liveness).find(([answer]) => answer === example || answer === String(status))![1];
        return run(idOf(status, example), 'refused', {
          sign,
          liveness_id: scene,
          prefer: `code=${status}, example=${example}`,
          status,
          error,
        });
      });
      const verdict = (id: string, verify_id: string, result: string, example = result): Run =>
        run(`verdict_${id}`, 'verified', { sign, liveness_id: liveness.ok, verify_id, prefer: `code=200, example=${example}`, result });
      ({ passed, output } = await respect(peer.url, [
        run('a_token', 'minted', { sign, liveness_id: liveness.ok }),
        run('another_answer', 'refused', { sign, liveness_id: liveness.ok, prefer: 'code=200', status: 403, error: 'DENIED' }),
        ...refused,
        verdict('SUCCESS', testIds.verify.ok, 'SUCCESS'),
        verdict('PASS_LIVING_NOT_THE_SAME', testIds.verify.PASS_LIVING_NOT_THE_SAME, 'PASS_LIVING_NOT_THE_SAME'),
        // Waits for another than it asks for.
        verdict('another', testIds.verify.USER_TIMEOUT, 'SUCCESS', 'USER_TIMEOUT'),
      ]));
    } finally {
      await peer.close();
    }
  });

  it('mint a token', () => {
    expect(passed['a_token'], output).toBe(true);
  });

  it.each(examples)('are refused with $status $name', ({ status, name: example }) => {
    expect(passed[idOf(status, example)], output).toBe(true);
  });

  it.each(['SUCCESS', 'PASS_LIVING_NOT_THE_SAME'])('go from the token to the verdict %s', (result) => {
    expect(passed[`verdict_${result}`], output).toBe(true);
  });

  it('fail where the answer or the verdict is another', () => {
    expect(passed['another_answer'], output).toBe(false);
    expect(passed['verdict_another'], output).toBe(false);
  });
});

interface Run {
  workflowId: string;
  steps: object[];
}

const idOf = (status: number, example: string): string => `with_${status}_${example}`;

/** One of the workflows with these inputs. */
function run(workflowId: string, of: string, inputs: object): Run {
  return {
    workflowId,
    steps: [{ stepId: 'run', workflowId: of, parameters: Object.entries(inputs).map(([name, value]) => ({ name, value })) }],
  };
}

/** Runs the workflows once with each set of inputs, all in one process, since starting it takes the longest. */
async function respect(url: string, runs: readonly Run[]): Promise<{ passed: Record<string, boolean>; output: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'finauth-respect-'));
  const [description, report] = ['runs.arazzo.json', 'report.json'].map((file) => join(folder, file)) as [string, string];
  const files = ['getBizToken', 'verify'].map((name) => join(spec, `workflows/${name}.arazzo.yaml`));
  const described = await Promise.all(files.map(async (file) => parse(await readFile(file, 'utf8')) as { workflows: object[] }));
  const rest = described[0]!;
  const workflows = described.flatMap((each) => each.workflows);
  const sourceDescriptions = [{ name: 'finauth', type: 'openapi', url: join(spec, 'openapi.yaml') }];
  await writeFile(description, JSON.stringify({ ...rest, sourceDescriptions, workflows: [...workflows, ...runs] }));
  const chosen = runs.flatMap(({ workflowId }) => ['--workflow', workflowId]);
  const args = ['respect', description, ...chosen, '--server', `finauth=${url}`, '--json-output', report];
  const { stdout, stderr } = await redocly(spec, args);
  const output = stdout + stderr;
  const { files: reports } = JSON.parse(await readFile(report, 'utf8')) as {
    files: Record<string, { executedWorkflows: { workflowId: string; status: string }[] }>;
  };
  await rm(folder, { recursive: true });
  const executed = Object.values(reports).flatMap(({ executedWorkflows }) => executedWorkflows);
  return { passed: Object.fromEntries(executed.map(({ workflowId, status }) => [workflowId, status === 'success'])), output };
}
