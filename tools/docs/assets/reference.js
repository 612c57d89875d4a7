// Redoc takes every hash for a route of its own, so a link cannot lead to an element.
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  const content = document.getElementById('api-content');
  content.tabIndex = -1;
  content.focus();
});

// What scrolls in its box has to be reachable with the keyboard. Redoc renders parts as they come near, and the widths are asked for
// once a frame at most: the browser has to lay the page out for each answer.
let asked = 0;
const observer = new MutationObserver(() => {
  asked ||= requestAnimationFrame(() => {
    asked = 0;
    for (const box of document.querySelectorAll('[data-component-name="Markdown/Markdown"] :is(pre, table):not([tabindex])'))
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  });
});
observer.observe(document.getElementById('redoc'), { childList: true, subtree: true });
