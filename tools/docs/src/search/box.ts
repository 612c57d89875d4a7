// The search of a page. It is bundled by searchFiles.ts and runs in browsers; without scripts there is no box.
import MiniSearch from 'minisearch';
import { find, indexOptions, type Part } from './terms.ts';

const SHOWN = 8;
const root = new URL('.', (document.currentScript as HTMLScriptElement).src);
let loading: Promise<MiniSearch<Part>> | undefined;

/** The index comes when somebody begins to search. A failure is forgotten, so that the next try asks again. */
function load(): Promise<MiniSearch<Part>> {
  loading ??= fetch(new URL('search.json', root))
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(`${answer.status}`))))
    .then((json) => MiniSearch.loadJSON<Part>(json, indexOptions))
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

const box = document.createElement('div');
box.className = 'search';
box.setAttribute('role', 'search');
const input = document.createElement('input');
input.type = 'search';
input.placeholder = 'Search (press /)';
input.setAttribute('aria-label', 'Search the docs');
input.autocomplete = 'off';
input.spellcheck = false;
const panel = document.createElement('div');
panel.className = 'found';
panel.hidden = true;
const list = document.createElement('ul');
const status = document.createElement('p');
status.setAttribute('role', 'status');
panel.append(list, status);
box.append(input, panel);
document.querySelector('header.site')?.append(box);

async function show(): Promise<void> {
  const text = input.value.trim();
  panel.hidden = text === '';
  if (text === '') return;
  const index = await load().catch(() => undefined);
  // What was typed meanwhile has a search of its own.
  if (input.value.trim() !== text) return;
  const found = index ? find(index, text) : [];
  list.replaceChildren(...found.slice(0, SHOWN).map(item));
  status.textContent = !index
    ? 'The search could not be loaded. It needs a site that is served over HTTP.'
    : found.length === 0
      ? 'Nothing found.'
      : found.length > SHOWN
        ? `The best ${SHOWN} of ${found.length}`
        : '';
}

function item({ path, page, heading }: { path: string; page: string; heading: string }): HTMLLIElement {
  const link = document.createElement('a');
  link.href = new URL(path, root).href;
  link.textContent = heading || page;
  const entry = document.createElement('li');
  entry.append(link);
  if (heading) {
    const where = document.createElement('span');
    where.textContent = page;
    link.append(' ', where);
  }
  return entry;
}

const links = (): HTMLAnchorElement[] => [...list.querySelectorAll('a')];

/** Up and down go through what was found; from the first, up leads back to the box. */
function move(by: number): void {
  const all: HTMLElement[] = [input, ...links()];
  const at = all.indexOf(document.activeElement as HTMLElement);
  all[Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
}

function close(): void {
  panel.hidden = true;
  input.focus();
}

input.addEventListener('focus', () => void load().catch(() => {}), { once: true });
input.addEventListener('input', () => void show());
input.addEventListener('focus', () => (panel.hidden = input.value.trim() === ''));
box.addEventListener('keydown', (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    move(step);
  } else if (event.key === 'Escape') close();
  else if (event.key === 'Enter' && event.target === input) void show().then(() => links()[0]?.click());
});
box.addEventListener('focusout', ({ relatedTarget }) => {
  if (!box.contains(relatedTarget as Node | null)) panel.hidden = true;
});
// Before Redoc, which has a search of its own for the reference alone.
addEventListener(
  'keydown',
  (event) => {
    const typing = (event.target as Element).matches('input, textarea, select, [contenteditable]');
    const isShortcut = (event.key === 'k' && (event.ctrlKey || event.metaKey)) || (event.key === '/' && !typing);
    if (!isShortcut) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    input.focus();
    input.select();
  },
  { capture: true },
);
