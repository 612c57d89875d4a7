import { liveVariables } from './liveTarget.ts';

/** Where to go from here. */
export function showNext({ isLive }: { isLive: boolean }): string {
  return `Sandbox    node packages/cli/dist/finauth.js sandbox: a FinAuth of your own, with a live page
Docs       npm run docs:dev: guides, reference and every error, in your browser
${isLive ? '' : `Go live    set ${liveVariables.join(', ')}, and npm start again\n`}`;
}
