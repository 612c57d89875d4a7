import type { WorldCase } from '../worldCase.ts';

export const connectionCases: readonly WorldCase[] = [];
