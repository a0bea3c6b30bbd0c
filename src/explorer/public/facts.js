// A fact and its card light up together, under the pointer and under the focus. Without this file each still leads to the other.

/** The mark and the card that belong together, by the addresses they lead to. */
const counterpartOf = (element) => {
  const link = element.matches('.hl')
    ? element.querySelector('a[href^="#"]')
    : element.querySelector('.basis a');
  const address = link?.getAttribute('href') ?? '#';
  return address === '#' ? null : document.getElementById(address.slice(1));
};

const light = (event, on) => {
  const element = event.target.closest?.('.hl[id], .card[id]');
  if (!element) return;
  for (const one of [element, counterpartOf(element)]) one?.classList.toggle('lit', on);
};

for (const [begin, end] of [
  ['pointerover', 'pointerout'],
  ['focusin', 'focusout'],
]) {
  document.addEventListener(begin, (event) => light(event, true));
  document.addEventListener(end, (event) => light(event, false));
}
