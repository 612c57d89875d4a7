import { expect, test } from 'vitest';
import { affectedBy } from './affected.ts';

const nothing = { generate: false, build: [], mock: false, docs: false, check: [], rest: [] };
const onPackages = ['packages/*', 'test/contract', 'test/samples'];

test.each([
  ['a guide', ['spec/guides/1-quickstart.md'], { docs: true, rest: ['test/samples', 'tools/docs'] }],
  [
    'a source of a package',
    ['packages/signing/src/request/send.ts'],
    { build: ['packages/*'], check: ['packages/signing'], rest: onPackages },
  ],
  [
    'a source of the generator',
    ['tools/generate/src/generate.ts'],
    {
      generate: true,
      build: ['packages/sandbox'],
      check: ['packages/client', 'packages/validator', 'tools/generate'],
      rest: [...onPackages, 'tools/generate'],
    },
  ],
  ['a source of the docs', ['tools/docs/src/main.ts'], { docs: true, check: ['tools/docs'], rest: ['tools/docs'] }],
  ['a test across packages', ['test/faults/src/retry.test.ts'], { check: ['test/faults'] }],
  ['a file of the root', ['README.md'], {}],
  ['nothing', [], {}],
  [
    'two at once',
    ['spec/guides/1-quickstart.md', 'packages/cli/src/run.ts'],
    { build: ['packages/*'], docs: true, check: ['packages/cli'], rest: [...onPackages, 'tools/docs'] },
  ],
])('%s affects what it has to', (_, paths, affected) => {
  expect(affectedBy(paths)).toEqual({ ...nothing, ...affected });
});

test('the spec affects all that is made of it', () => {
  expect(affectedBy(['spec/errors.yaml'])).toMatchObject({
    generate: true,
    build: ['packages/sandbox'],
    mock: true,
    docs: true,
    check: ['packages/client', 'packages/validator'],
    rest: expect.arrayContaining(['packages/*', 'test/contract', 'test/samples', 'tools/docs', 'tools/generate', 'tools/mock']),
  });
});
