export { default } from '../../packages/server/vitest.config.ts';
