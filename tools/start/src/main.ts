import { askSandbox } from './askSandbox.ts';
import { liveTarget, liveVariables } from './liveTarget.ts';
import { mintToken } from './mintToken.ts';
import { mockTarget } from './mockTarget.ts';
import { showNext } from './showNext.ts';
import { showResult } from './showResult.ts';
import { showVerdict } from './showVerdict.ts';
import type { Target } from './target.ts';

const { settings, missing } = liveTarget(process.env);
if (settings === undefined && missing.length < liveVariables.length)
  console.log(`To call FinAuth itself, set ${missing.join(' and ')} too. Until then, the mock answers.`);

let target: Target | undefined;
try {
  target = settings ?? (await mockTarget());
  console.log(showResult(target, await mintToken(target)));
  if (settings === undefined) {
    console.log(await askSandbox(target));
    console.log(await showVerdict(target));
  }
  console.log(showNext({ isLive: settings !== undefined }));
} catch (error) {
  console.error(`No token: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  await target?.close();
}
