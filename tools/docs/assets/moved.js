// Until the guides had pages, all of the docs was one page of Redoc's, with a hash for each part. Those addresses lead to what they named.
function move() {
  if (!location.hash.startsWith('#/')) return;
  const [part, within] = location.hash.slice(2).split('/');
  const pages = [...document.querySelectorAll('nav a')].map((link) => link.getAttribute('href').replace('./', ''));
  if (part.startsWith('guide-')) location.replace(`guides/${part.slice('guide-'.length)}/${within ? `#${within}` : ''}`);
  else if (part === 'errors')
    location.replace(
      `errors/${within ? `${within.replace(/^status-(\d+)-without-a-code$/, '$1').replace('any-other-code', 'unlisted')}/` : ''}`,
    );
  else if (part === 'code') location.replace('api/index.html');
  else location.replace(pages.includes(`${part}/`) ? `${part}/` : `reference/${location.hash}`);
}
move();
addEventListener('hashchange', move);
