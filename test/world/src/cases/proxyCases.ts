import type { WorldCase } from '../worldCase.ts';

export const proxyCases: readonly WorldCase[] = [];
