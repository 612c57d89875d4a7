import { nodes } from '@finauth-sdk/test-nodes';
import { isWhole } from '../../../vitest.base.ts';

const isKnowing = ({ name }: { name: string }): boolean => ['Node 24', 'Node 26'].includes(name);

/** Those that can use the environment's proxy, as NODE_USE_ENV_PROXY's documentation has it; in every run one of them. */
export const knowing = nodes.filter(isKnowing).slice(0, isWhole ? undefined : 1);
/** Of the others nothing is known. */
export const others = nodes.filter((node) => !isKnowing(node));
