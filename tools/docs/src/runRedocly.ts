import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const redocly = join(dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin/cli.js');

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
    await promisify(execFile)(
      process.execPath,
      [
        redocly,
        'build-docs',
        'openapi.json',
        '--output',
        'index.html',
        '--inlineBundle',
        '--template',
        'page.hbs',
        '--config',
        'redocly.yaml',
      ],
      {
        cwd: scratch,
        env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1', CI: 'true' },
      },
    );
    return await readFile(path('index.html'), 'utf8');
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
