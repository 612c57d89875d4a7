// Run by measureRegeneration.ts: the generator's command, in another repo than its own.
const [generator, root, ...args] = process.argv.slice(2) as [string, string, ...string[]];
const { run } = (await import(generator)) as {
  run(root: string, args: string[], voice: { print(text: string): void; complain(text: string): void }): Promise<number>;
};
process.exitCode = await run(root, args, { print: () => {}, complain: (text) => console.error(text) });
