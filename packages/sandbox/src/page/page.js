// The live page. All that came from a caller goes in as text: textContent, never markup.

/**
 * @typedef {{ message: string, mistake?: string, field?: string, expected?: string, got?: string }} Why
 * @typedef {{
 *   number: number, at: string, method: string, path: string, address: string, operation?: string, verdict: string, status: number, error?: string,
 *   why: Why, remedy?: string, fields: Record<string, string>, clockOffsetSeconds?: number, requestId?: string, durationMs: number
 * }} Call
 * @typedef {{
 *   id: string, url: string, apiKey: string, apiSecret?: string, now: number, settings: Record<string, unknown>, usual: Record<string, unknown>,
 *   testIds: { id: string, operations: string[], status?: number, meaning: string }[], operations: string[], requests?: Call[], tokens?: Life[]
 * }} State
 * @typedef {{ token: string, request: number, expiresAt: string, state: string, outcome?: string }} Life
 */

const SHOWN = 300;
// More than a sandbox usually keeps, so that none of what it tells again after a break in the connection is taken for new.
const REMEMBERED = 10_000;

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const list = byId('list');

let paused = false;
/** @type {Call[]} */
let held = [];
let offsetMs = 0;
/** The run of the sandbox that the calls are from: the next one counts anew. */
let run = '';
/** The numbers of the calls that came. They need not come in order: a call is told of when it is answered, and numbered when it comes. */
/** @type {Set<number>} */
let known = new Set();
/** @type {Record<string, number>} */
let tally = {};

/**
 * @param {string} tag
 * @param {string} className
 * @param {(string | Node)[]} children
 */
function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...children);
  return element;
}

/** What each call can be found by, in small letters. */
/** @type {WeakMap<Element, string>} */
const findable = new WeakMap();
let wanted = '';

/** @param {Element} item */
function find(item) {
  /** @type {HTMLElement} */ (item).hidden = !findable.get(item)?.includes(wanted);
}

/** @param {Call} call */
function row(call) {
  const outcome = call.verdict === 'accepted' ? 'accepted' : (call.error ?? 'a gateway’s answer');
  const when = make('time', 'when', new Date(call.at).toISOString().slice(11, 19));
  when.setAttribute('datetime', call.at);
  const summary = make(
    'summary',
    '',
    make('span', 'number', `#${call.number}`),
    make('span', 'status', String(call.status)),
    make('span', 'outcome', outcome),
    when,
    make('span', 'reason', call.why.message),
  );
  const details = make('details', '', summary);
  // Built when it is first opened: most never are.
  details.addEventListener('toggle', () => details.append(facts(call)), { once: true });
  const item = make('li', call.verdict, details);
  findable.set(item, [call.requestId, call.error, call.path, ...Object.values(call.fields)].join('\n').toLowerCase());
  find(item);
  return item;
}

/** @param {Call} call */
function facts(call) {
  const box = make('dl', 'details');
  /**
   * @param {string} term
   * @param {unknown} text
   * @param {string} className
   */
  const add = (term, text, className = '') => {
    if (text !== undefined) box.append(make('dt', '', term), make('dd', className, String(text)));
  };
  const { why } = call;
  add('What to do', call.remedy, 'remedy');
  add('Field', why.field);
  add('Expected', why.expected);
  add('Got', why.got);
  add('Usual mistake', why.mistake);
  if (call.clockOffsetSeconds !== undefined) add('Caller’s clock', clockWords(call.clockOffsetSeconds));
  add('Request', `${call.method} ${call.path}`.trim() || 'unreadable', 'mono');
  add('From', call.address);
  for (const [name, value] of Object.entries(call.fields)) add(name, value, 'mono');
  add('request_id', call.requestId, 'mono');
  add('Took', `${call.durationMs} ms`);
  return box;
}

/**
 * In the largest unit that leaves at least two of it.
 * @param {number} seconds
 */
function span(seconds) {
  const total = Math.abs(seconds);
  /** @type {[number, string][]} */
  const units = [
    [86_400, 'days'],
    [3600, 'hours'],
    [60, 'minutes'],
  ];
  const [size, name] = units.find(([unit]) => total >= 2 * unit) ?? [1, 's'];
  return `${Math.round(total / size)} ${name}`;
}

/** @param {number} seconds */
function clockWords(seconds) {
  if (Math.abs(seconds) <= 2) return 'agreed with the sandbox’s when the signature was made';
  return `${span(seconds)} ${seconds < 0 ? 'behind' : 'ahead of'} the sandbox’s, or the signature is that ${seconds < 0 ? 'old' : 'far in the future'}`;
}

/**
 * @param {Call} call
 * @param {boolean} fresh
 */
function show(call, fresh) {
  const item = row(call);
  if (fresh) item.classList.add('fresh');
  list.prepend(item);
  while (list.children.length > SHOWN) list.lastElementChild?.remove();
  tally[call.verdict] = (tally[call.verdict] ?? 0) + 1;
}

function count() {
  byId('none').hidden = list.children.length > 0;
  byId('noneFound').hidden = list.children.length === 0 || list.querySelector(':scope > :not([hidden])') !== null;
  const allHidden =
    byId('noneFound').hidden && list.querySelector(':scope > :not([hidden], .accepted)') === null && list.children.length > 0;
  byId('allHidden').hidden = !(allHidden && list.classList.contains('hideAccepted'));
  const { accepted = 0, refused = 0, scenario = 0, failure = 0 } = tally;
  const waiting = held.length > 0 ? `, ${held.length} waiting` : '';
  byId('tally').textContent = `${accepted} accepted, ${refused} refused, ${scenario + failure} requested by test ID${waiting}`;
}

/** @param {State} state */
function start(state) {
  byId('url').textContent = state.url;
  byId('key').textContent = state.apiKey;
  byId('secret').textContent = state.apiSecret ?? 'the one you gave it';
  offsetMs = state.now - Date.now();
  const others = Object.entries(state.settings).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(state.usual[name]));
  byId('settings').replaceChildren(
    ...others.map(([name, value]) => make('li', '', `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)),
  );
  byId('scenarios').replaceChildren(
    ...state.testIds.map(({ id, operations, status, meaning }) => {
      // What all of them have needs no saying.
      const whose = operations.length === state.operations.length ? '' : ` (${operations.join(', ')})`;
      return make('tr', '', make('td', '', make('code', '', id)), make('td', '', String(status ?? 200)), make('td', '', meaning + whose));
    }),
  );
  if (state.id !== run) {
    run = state.id;
    list.replaceChildren();
    known = new Set();
    tally = {};
    held = [];
    lives = new Map();
    byId('lifeRows').replaceChildren();
    byId('lives').hidden = true;
  }
  for (const life of state.tokens ?? []) live(life);
  for (const call of state.requests ?? []) take(call, false);
  count();
  tick();
}

/**
 * Shows a call that is not known yet, or keeps it until the page goes on.
 *
 * @param {Call} call
 * @param {boolean} fresh
 */
function take(call, fresh) {
  if (known.has(call.number)) return;
  known.add(call.number);
  if (known.size > REMEMBERED) known.delete(known.values().next().value ?? 0);
  if (!paused) return show(call, fresh);
  held.push(call);
  held = held.slice(-SHOWN);
}

const LIVES = 100;
/** The rows of the tokens, the latest first. */
/** @type {Map<string, { row: HTMLElement, life: Life }>} */
let lives = new Map();

/** @param {Life} life */
function live(life) {
  const row = make('tr', '', ...cellsOf(life));
  const known = lives.get(life.token);
  if (known) known.row.replaceWith(row);
  else byId('lifeRows').prepend(row);
  lives.set(life.token, { row, life });
  if (lives.size > LIVES) {
    const [oldest] = lives.keys();
    lives.get(oldest ?? '')?.row.remove();
    lives.delete(oldest ?? '');
  }
  byId('lives').hidden = false;
}

/** @param {Life} life */
function cellsOf({ token, request, expiresAt, state, outcome }) {
  const expires = new Date(expiresAt);
  // A token that expires is told of by nobody: the clock does it.
  const isOver = state !== 'verified' && expires.getTime() <= Date.now() + offsetMs;
  return [
    make('td', '', make('code', '', token)),
    make('td', '', `#${request}`),
    make('td', '', isOver ? 'expired' : state),
    make('td', '', outcome ?? ''),
    make('td', '', expires.toISOString().slice(11, 19)),
  ];
}

/** @param {Call} call */
function arrive(call) {
  take(call, true);
  if (!paused) byId('news').textContent = `Call ${call.number}: ${call.status} ${call.error ?? call.verdict}`;
  count();
}

function tick() {
  byId('clock').textContent = new Date(Date.now() + offsetMs).toISOString().slice(0, 19).replace('T', ' ') + ' UTC';
  const seconds = Math.round(offsetMs / 1000);
  for (const { row, life } of lives.values())
    if (life.state !== 'verified' && life.state !== 'expired') row.replaceChildren(...cellsOf(life));
  byId('offset').textContent = Math.abs(seconds) < 2 ? '' : `(set ${span(seconds)} ${seconds < 0 ? 'back' : 'ahead'})`;
}

byId('pause').addEventListener('click', () => {
  paused = !paused;
  byId('pause').classList.toggle('paused', paused);
  byId('pause').textContent = paused ? 'Resume' : 'Pause';
  if (!paused) for (const call of held.splice(0)) show(call, true);
  count();
});

byId('find').addEventListener('input', ({ target }) => {
  wanted = /** @type {HTMLInputElement} */ (target).value.trim().toLowerCase();
  for (const item of list.children) find(item);
  count();
});

byId('hideAccepted').addEventListener('change', ({ target }) => {
  list.classList.toggle('hideAccepted', /** @type {HTMLInputElement} */ (target).checked);
  count();
});

const events = new EventSource('/_sandbox/events');
events.addEventListener('open', () => {
  byId('link').textContent = 'Live';
  byId('link').classList.add('live');
});
events.addEventListener('error', () => {
  byId('link').textContent = 'The sandbox has stopped; reconnecting …';
  byId('link').classList.remove('live');
});
events.addEventListener('state', ({ data }) => start(JSON.parse(data)));
events.addEventListener('request', ({ data }) => arrive(JSON.parse(data)));
events.addEventListener('token', ({ data }) => live(JSON.parse(data)));
setInterval(tick, 1000);
