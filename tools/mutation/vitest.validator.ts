export { default } from '../../packages/validator/vitest.config.ts';
