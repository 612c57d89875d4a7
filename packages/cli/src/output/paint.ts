import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];

/** Colours for one stream; each function gives its text back as it is where there are none. */
export type Paint = Readonly<Record<'strong' | 'faint' | 'good' | 'doubtful' | 'bad', (text: string) => string>>;

/** Colours only for a terminal that can show them, and whose user has not declined with NO_COLOR. */
export function createPaint(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): Paint {
  const colours = stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
  const paint =
    (format: Format) =>
    (text: string): string =>
      colours ? styleText(format, text, { validateStream: false }) : text;
  return { strong: paint('bold'), faint: paint('dim'), good: paint('green'), doubtful: paint('yellow'), bad: paint('red') };
}
