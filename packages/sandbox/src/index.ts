export { type Sandbox, type SandboxOptions, startSandbox } from './startSandbox.ts';
export { liveness, type ScenarioName, testIds } from './generated/scenarios.ts';
export type { Limits } from './form/limits.ts';
export type { IssuedToken, IssuedTokens } from './issuedTokens.ts';
export { type Mistake, mistakes } from './signature/mistakes.ts';
export type { RequestRecord } from './requestLog.ts';
export type { Why } from './ruling.ts';
export type { SandboxClock } from './sandboxClock.ts';
export type { Credentials, Failure, Settings } from './settings.ts';
