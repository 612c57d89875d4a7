// Browsers give the clipboard to secure pages only. Where it is missing, there is no button.
if (navigator.clipboard) {
  for (const box of document.querySelectorAll('.code')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.addEventListener('click', async () => {
      const copied = await navigator.clipboard.writeText(box.querySelector('pre').textContent).then(
        () => true,
        () => false,
      );
      button.textContent = copied ? 'Copied' : 'Not allowed';
      setTimeout(() => (button.textContent = 'Copy'), 2000);
    });
    box.prepend(button);
  }
}
