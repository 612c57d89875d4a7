import { catching, catchingOwn } from '@finauth-sdk/docs/catching';
import { errorEntries } from '@finauth-sdk/docs/errorEntries';
import { readSdkErrors } from '@finauth-sdk/docs/readGuides';
import { bundleSpec } from '@finauth-sdk/generate/bundleSpec';
import { chmod, cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finauth, spec, workplace } from './places.ts';

/** Puts the samples where a user would, once, before the tests: in a project of their own, with the packages and the command installed. */
export default async function copySamples(): Promise<void> {
  await rm(workplace, { recursive: true, force: true });
  const samples = join(spec, 'samples');
  await cp(samples, workplace, { recursive: true, filter: (path) => path !== join(samples, 'frameworks') });
  await writeFile(join(workplace, 'package.json'), '{ "type": "module" }\n');
  await writeFile(join(workplace, 'tsconfig.json'), JSON.stringify(tsconfig));
  await Promise.all(['bin', 'catching'].map((folder) => mkdir(join(workplace, folder))));
  // What the page of each error shows, for the compiler to look at.
  const contract = await bundleSpec(spec);
  for (const entry of errorEntries(contract)) await writeFile(join(workplace, `catching/${entry.name}.ts`), catching(contract, entry));
  for (const error of await readSdkErrors(spec))
    await writeFile(join(workplace, `catching/${error.title}.ts`), catchingOwn(contract, error));
  // The photo that samples compare with: it begins as a JPEG does, and is of nobody.
  await writeFile(join(workplace, 'passport.jpg'), Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, ...Buffer.from('canary-photo')));
  const command = join(workplace, 'bin/finauth');
  await writeFile(command, `#!/bin/sh\nexec "${process.execPath}" "${finauth}" "$@"\n`);
  await chmod(command, 0o755);
}

/** As strict as a user's may be. */
const tsconfig = {
  compilerOptions: {
    target: 'es2023',
    module: 'nodenext',
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    erasableSyntaxOnly: true,
    verbatimModuleSyntax: true,
    skipLibCheck: true,
    noEmit: true,
  },
  include: ['*.ts', 'catching/*.ts'],
};
