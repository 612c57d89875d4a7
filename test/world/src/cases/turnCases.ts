import type { WorldCase } from '../worldCase.ts';

export const turnCases: readonly WorldCase[] = [];
