import type { WorldCase } from '../worldCase.ts';

export const clockCases: readonly WorldCase[] = [];
