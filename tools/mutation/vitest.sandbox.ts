export { default } from '../../packages/sandbox/vitest.config.ts';
