import { createSigner, FinAuthError, inspectSign } from '@finauth-sdk/signing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrival } from './arrival.ts';
import { canariesOf, everythingOf, findCanaries, formsOf } from './canaries.ts';
import { matrix } from './matrix.ts';
import { transportName } from './openTransport.ts';
import { hexEscaped, htmlEscaped, type Row } from './rows/row.ts';
import { input, type RowResult, runRow } from './runRow.ts';

const apiSecret = 'canary+secret/7f3a9c=ü';
const credentials = { apiKey: 'canary-key', apiSecret };

const inputCanaries = [...new Set(Object.values(input).flatMap(formsOf))];

const rows = matrix.map((row): Row => (transportName() === 'fetch' ? { ...row, ...row.overFetch } : row));
const lines: string[][] = [];
const unwanted: unknown[] = [];
const keep = (event: unknown): void => void unwanted.push(event);

beforeAll(() => {
  process.on('warning', keep).on('unhandledRejection', keep);
});
afterAll(() => {
  process.off('warning', keep).off('unhandledRejection', keep);
  console.log(asTable([['fault', 'saw', 'attempts', 'virtual ms'], ...lines]));
  console.log(`${lines.length} faults`);
});

describe('the fault matrix', () => {
  it('has a row for each fault, and each fault once', () => {
    expect(matrix.length).toBeGreaterThanOrEqual(60);
    expect(new Set(matrix.map(({ fault }) => fault)).size).toBe(matrix.length);
  });

  it.each(rows)('$fault', async (row) => {
    const result = await runRow(row, { credentials });
    lines.push([row.fault, saw(result), String(result.attempts), String(result.virtualMs)]);
    expect(leaksOf(result), 'secrets, signatures and raw strings in what is emitted').toEqual([]);

    expectToSee(row, result);
    expect(result.attempts, 'attempts').toBe(row.attempts);
    expect(result.requests.length, 'requests at the server').toBe(row.reach ?? row.attempts);
    expect(result.virtualMs, 'milliseconds on the injected clock').toBe(row.takesMs);
    expect(new Set(result.requests.map(({ sign }) => sign)).size, 'signatures of their own').toBe(result.requests.length);
    expect(result.strayConnections, 'connections to another host').toBe(0);
    expect(result.timersLeft, 'timers left').toBe(0);
    await arrival();
    expect(unwanted.splice(0), 'warnings and unhandled rejections').toEqual([]);
  });
});

it('the search finds what is there to be found', () => {
  const sign = createSigner(credentials).sign();
  const canaries = canariesOf(apiSecret, [sign]);
  const { raw } = inspectSign(sign);
  const hidden = Object.defineProperty(new Error('outer'), 'request', { value: { deep: { sign } } });
  for (const leak of [
    new Error('outer', { cause: new Error(`inner ${raw}`) }),
    hidden,
    { base64: Buffer.from(`x${apiSecret}`).toString('base64') },
    { hex: Buffer.from(apiSecret).toString('hex').toUpperCase() },
    { percent: encodeURIComponent(apiSecret) },
    { half: sign.slice(0, 30) },
    { cut: htmlEscaped(raw).slice(0, 40) },
    { hexEscaped: hexEscaped(raw).slice(0, 100) },
    { twice: encodeURIComponent(encodeURIComponent(sign)).slice(0, 40) },
    { inLines: sign.replaceAll(/.{8}/g, '$& ') },
  ]) {
    expect(findCanaries(everythingOf(leak), canaries), everythingOf(leak)).not.toEqual([]);
  }
  expect(findCanaries(everythingOf({ type: 'answered', code: `BAD_ARGUMENTS: ${input.uuid}` }), inputCanaries)).not.toEqual([]);
});

function expectToSee({ sees, attempts }: Row, { outcome }: RowResult): void {
  if ('success' in sees) {
    expect(outcome).toMatchObject({ ok: true });
    expect(outcome.ok && outcome.value).toMatchObject(sees.success);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    return;
  }
  const { error: name, says = /./, saysNot, ...fields } = sees;
  expect(outcome).toMatchObject({ ok: false });
  const error = outcome.ok ? undefined : outcome.error;
  expect(error).toBeInstanceOf(FinAuthError);
  expect(error).toMatchObject({ name, ...fields, attempts });
  const { message } = error as FinAuthError;
  expect(message, 'words for what happened').not.toMatch(/undefined|\[object|: \.|: $/);
  expect(message).toMatch(says);
  if (saysNot !== undefined) expect(message).not.toMatch(saysNot);
  if (name === 'FinAuthApiError' || name === 'FinAuthResponseError')
    expect(error).toHaveProperty('remedy', expect.stringMatching(/^[A-Z].*\.$/));
  if (name === 'FinAuthApiError') expect(error).toHaveProperty('detail', fields.detail);
}

/** What should not be in what a row emits. Of signatures it is searched for its own: no other could come out of it. */
function leaksOf({ outcome, events, requests }: RowResult): string[] {
  const own = requests.map(({ sign }) => sign!);
  const told = events.map(everythingOf).join('\n');
  const emitted = `${everythingOf(outcome.ok ? outcome.value : outcome.error)}\n${told}`;
  return [
    ...findCanaries(emitted, canariesOf(apiSecret, own)),
    ...findCanaries(told, inputCanaries).map((canary) => `${canary}, in an event`),
    ...(emitted.match(/\ba=canary-key&b=/) ?? []),
  ];
}

function saw({ outcome }: RowResult): string {
  if (outcome.ok) return 'success';
  if (!(outcome.error instanceof FinAuthError)) return String(outcome.error);
  const { name, code, retryable } = outcome.error;
  const { status = '', detail } = outcome.error as { status?: number; detail?: string };
  return `${name} ${status} ${code}${detail === undefined ? '' : `: ${detail}`}${retryable ? ', retryable' : ''}`.replaceAll(/ +/g, ' ');
}

function asTable(rows: readonly string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
