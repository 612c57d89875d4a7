import { NOTHING, type Affected } from './affected.ts';
import { check, checkRest, make, serve, type Services } from './react.ts';

/** Brings up to date what is pending, and tells how far it has come. Resolves to what is pending still: all that a save has overtaken, or that has failed. */
export async function round(services: Services, pending: Affected, paths: string[], signal: AbortSignal): Promise<Affected> {
  const { say, generator, mock, sandbox } = services;
  const began = performance.now();
  const stillPending = (still: Affected, why: string): Affected => {
    if (!signal.aborted) say(`${why}: waiting for the next save.`);
    return still;
  };
  if (paths.length > 0) say(`\nSaved: ${paths.join(', ')}`);
  if (!(await make(services, pending, signal))) return stillPending(pending, 'Not up to date');

  // Side by side: what was saved is tested while the sandbox gets ready.
  const checking = check(services, pending, signal);
  const served = await serve(services, pending, signal);
  if (served) say(`Serving after ${seconds(began)}. Mock ${mock.url()}, sandbox ${sandbox.url()}`);
  const checked = await checking;
  if (!served) return stillPending(pending, 'Not up to date');
  // What is served is built; were it built again, the sandbox would start again.
  const unchecked = { ...pending, generate: false, build: [], mock: false };
  if (!checked) return stillPending(unchecked, `Not green after ${seconds(began)}`);
  const follows = pending.rest.length > 0;
  say(`Green after ${seconds(began)}: ${checkedOf(pending)}.${follows ? ' What rests on it follows.' : ''}`);

  // The next save may come while the rest is tested.
  generator.makeReady();
  if (!(await checkRest(services, pending, signal)))
    return stillPending({ ...unchecked, check: [] }, `Not all green after ${seconds(began)}`);
  if (follows) say(`All green after ${seconds(began)}.`);
  return NOTHING;
}

/** What is known to be right by then. */
function checkedOf({ docs, build, check: folders }: Affected): string {
  return [...(docs && build.length === 0 ? ['the docs'] : []), ...folders].join(', ') || 'nothing to test';
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
