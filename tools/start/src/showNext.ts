import { liveVariables } from './liveTarget.ts';

/** Where to go from here. */
export function showNext({ isLive }: { isLive: boolean }): string {
  return `Sandbox    npx @finauth-sdk/cli sandbox: a FinAuth of your own, with a live page
Docs       npm run docs, then open tools/docs/dist/index.html
${isLive ? '' : `Go live    set ${liveVariables.join(', ')}, and npm start again\n`}`;
}
