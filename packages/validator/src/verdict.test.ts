import { expect, it } from 'vitest';
import { type Check, verdict } from './verdict.ts';

it('is no verdict of good where a check refuses and leaves no word of why', () => {
  expect(verdict((() => false) as Check, 7)).toEqual({ valid: false, issues: [] });
});
