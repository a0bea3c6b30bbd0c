// A button beside each quote that copies it with its source. Without this file, or where pages may not use the clipboard, nothing is missing.

const { copy, copied } = document.body.dataset;

/** The quote as it is pasted into a text: in its words, with outlet, day and the address of the page. */
const citedText = (value) => {
  const source = value.querySelector('.source');
  const words = (selector, from = value) => from.querySelector(selector)?.textContent.trim() ?? '';
  const page = source.querySelector('a.original')?.dataset.page ?? source.querySelector('a.stored').href;
  const told = [words('.outlet', source), words('time', source)].filter(Boolean).join(', ');
  return `«${words('blockquote')}» – ${told}. ${page}`;
};

if (navigator.clipboard)
  for (const value of document.querySelectorAll('.observation')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = copy;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(citedText(value));
      button.textContent = copied;
    });
    value.querySelector('.source').append(' ', button);
  }
