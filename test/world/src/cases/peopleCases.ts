import type { WorldCase } from '../worldCase.ts';

export const peopleCases: readonly WorldCase[] = [];
