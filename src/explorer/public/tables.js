// Sorting and filtering of tables. Without this file every table is still there, in the order the server gave it.

const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

/** What a row is sorted by: its number or date where the cell has one, else its words. */
const sortValue = (row, column) => {
  const cell = row.cells[column];
  const raw = cell?.dataset.raw ?? '';
  return raw !== '' && !Number.isNaN(Number(raw)) ? Number(raw) : raw || (cell?.textContent ?? '').trim();
};

const compare = (a, b) =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));

function makeSortable(table) {
  const body = table.tBodies[0];
  for (const [column, head] of [...table.tHead.rows[0].cells].entries()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.title = table.dataset.sort;
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const descending =
        head.getAttribute('aria-sort') === 'ascending' ||
        (head.ariaSort === null && head.classList.contains('number'));
      for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      const sign = descending ? -1 : 1;
      const rows = [...body.rows].sort((a, b) => sign * compare(sortValue(a, column), sortValue(b, column)));
      body.append(...rows);
    });
  }
}

function makeFilterable(table) {
  const rows = [...table.tBodies[0].rows];
  if (rows.length < 8) return;
  const field = document.createElement('input');
  field.type = 'search';
  field.className = 'table-filter';
  field.placeholder = table.dataset.filter;
  field.setAttribute('aria-label', table.dataset.filter);
  field.addEventListener('input', () => {
    const words = field.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    for (const row of rows) {
      const text = row.textContent.toLocaleLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
    }
  });
  table.parentElement.before(field);
}

for (const table of document.querySelectorAll('table[data-sortable]')) {
  makeSortable(table);
  makeFilterable(table);
}
