import { redocly } from '@finauth-sdk/generate/redocly';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One HTML file of an OpenAPI document, with Redoc in it. `options` are Redoc's, `template` is the HTML around it. */
export async function runRedocly(document: unknown, options: Record<string, unknown>, template: string): Promise<string> {
  const scratch = await mkdtemp(join(tmpdir(), 'finauth-docs-'));
  try {
    const path = (name: string) => join(scratch, name);
    await Promise.all([
      writeFile(path('openapi.json'), JSON.stringify(document)),
      writeFile(path('redocly.yaml'), JSON.stringify({ openapi: options })),
      writeFile(path('page.hbs'), template),
    ]);
    const args = ['--output', 'index.html', '--inlineBundle', '--template', 'page.hbs', '--config', 'redocly.yaml'];
    const { exitCode, stdout, stderr } = await redocly(scratch, ['build-docs', 'openapi.json', ...args]);
    if (exitCode !== 0) throw new Error(`Redocly could not make the page:\n${stdout}${stderr}`);
    return await readFile(path('index.html'), 'utf8');
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
