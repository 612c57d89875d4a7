export { default } from '../../packages/cli/vitest.config.ts';
