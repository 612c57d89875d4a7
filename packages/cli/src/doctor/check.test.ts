import { expect, it } from 'vitest';
import { createPaint } from '../output/paint.ts';
import { failed, printCheck } from './check.ts';

const paint = createPaint(process.stdout, { NO_COLOR: '1' });
const check = {
  name: 'TLS',
  ...failed('a connection that is not secure', `Save the certificate of the issuer, ${'and then try it again, '.repeat(9)}`.trim()),
};

it('keeps words whole, in columns that fit the terminal', () => {
  const text = printCheck(check, paint, 80);
  const lines = text.split('\n');
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
  expect(lines.length).toBeGreaterThan(4);
  expect(lines.slice(1).every((line) => /^ {23}\S/.test(line))).toBe(true);
  expect(text.split(/\s+/)).toEqual(printCheck(check, paint).split(/\s+/));
});

it('leaves the lines as they are where nobody looks at a terminal', () => {
  expect(printCheck(check, paint).split('\n')).toHaveLength(2);
});
