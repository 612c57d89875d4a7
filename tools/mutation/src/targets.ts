/** A package whose code is changed. */
export interface Target {
  /** Its folder, from the root of the repo. */
  readonly folder: string;
  /** Which of its files, from its folder, as globs. */
  readonly mutate: readonly string[];
}

/** Of signing what has neither time nor network in it. The rest is held by test/faults and test/world, over three transports: minutes for each change. */
const steps = [
  'answer/parseError',
  'request/checkInput',
  'request/encodeForm',
  'rules',
  'signature/base64',
  'signature/canonicalize',
  'signature/createSigner',
  'signature/cryptography/*',
  'signature/digest',
  'signature/encodeSign',
  'signature/inspectSign',
  'signature/secureRandom',
  'signature/verifySign',
  'signature/writeDecimal',
  'time/httpDate',
];

/** Where a change that no test notices could cost a user money or a secret. Not fleet: its tests run thousands of histories, too many to repeat for each change. */
export const targets: Readonly<Record<string, Target>> = {
  validator: { folder: 'packages/validator', mutate: ['src/*.ts', '!src/*.test.ts'] },
  signing: {
    folder: 'packages/signing',
    mutate: [...steps.map((name) => `src/${name}.ts`), '!src/**/*.test.ts', '!src/**/*.d.ts'],
  },
  // What judges a call and a signature. The rest serves it, or explains.
  sandbox: {
    folder: 'packages/sandbox',
    mutate: ['src/judge/judge?*.ts', 'src/signature/{readSign,digestOf,seenSigns}.ts', '!src/**/*.test.ts'],
  },
  server: { folder: 'packages/server', mutate: ['src/*.ts', '!src/index.ts', '!src/*.test.ts'] },
  // What `finauth explain` finds, and how arguments are parsed. The rest is tested by running the command as a process.
  cli: { folder: 'packages/cli', mutate: ['src/explain/*.ts', 'src/input/parse*.ts', '!src/**/*.test.ts'] },
};
