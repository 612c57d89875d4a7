import type { Contender } from './contender.ts';
import { oursWith } from './oursWith.ts';

export const ours: Contender = oursWith('ours, on fetch', () => ({ options: {} }));
