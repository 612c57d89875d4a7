import type { WorldCase } from '../worldCase.ts';

export const hostileCases: readonly WorldCase[] = [];
