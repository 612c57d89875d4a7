import { liveVariables } from './liveTarget.ts';

/** What to do next. */
export function showNext({ isLive }: { isLive: boolean }): string {
  return `Sandbox    node packages/cli/dist/finauth.js sandbox: your own local FinAuth, with a live page
Docs       npm run docs:dev: guides, reference and every error, in your browser
${isLive ? '' : `Go live    set ${liveVariables.join(', ')}, then run npm start again\n`}`;
}
