import { expect, it } from 'vitest';
import { inOrder } from './inOrder.ts';

const of = (name: string, ...dependencies: string[]) => ({
  name,
  version: '1.0.0',
  dependencies: Object.fromEntries(dependencies.map((dependency) => [dependency, '1.0.0'])),
});

it('puts each package behind those it depends on', () => {
  const names = inOrder([of('cli', 'sandbox', 'signing', 'commander'), of('sandbox', 'client'), of('signing', 'client'), of('client')]).map(
    ({ name }) => name,
  );
  expect(names).toEqual(['client', 'sandbox', 'signing', 'cli']);
});

it('refuses packages that depend on each other', () => {
  expect(() => inOrder([of('a', 'b'), of('b', 'a')])).toThrow('a, b');
});
