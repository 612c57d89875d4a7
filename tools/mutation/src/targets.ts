/** A package whose code is changed, and what its score must not fall below. */
export interface Target {
  /** Its folder, from the root of the repo. */
  readonly folder: string;
  /** Which of its files, from its folder, as globs. */
  readonly mutate: readonly string[];
  /** The least score, in percent of the changes. Raise it when the score has risen; never lower it. */
  readonly least: number;
}

const sources = ['src/**/*.ts', '!src/**/*.test.ts', '!src/generated/**', '!src/testing/**', '!src/**/*.d.ts', '!src/index.ts'];

/** The packages in which a change that no test notices could cost a user money or a secret. */
export const targets: Readonly<Record<string, Target>> = {
  validator: { folder: 'packages/validator', mutate: sources, least: 0 },
  signing: { folder: 'packages/signing', mutate: sources, least: 0 },
  sandbox: { folder: 'packages/sandbox', mutate: [...sources, '!src/page/**'], least: 0 },
};
