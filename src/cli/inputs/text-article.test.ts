import { expect, test } from 'vitest';
import { describeText } from './text-article.ts';

const cases: readonly { what: string; text: string; want: ReturnType<typeof describeText> }[] = [
  {
    what: 'headline, then the story',
    text: 'Ауылда мектеп ашылды\nЖаңа мектепте 300 орын бар.',
    want: { title: 'Ауылда мектеп ашылды' },
  },
  {
    what: 'leading date, then headline',
    text: ' date 2026-02-04 В Актау открыли две школы\n\nОбе рассчитаны на 900 мест.',
    want: { title: 'В Актау открыли две школы', published: '2026-02-04' },
  },
  {
    what: 'leading date, then the story at once',
    text: ' date 2026-02-04 В Актау открыли две школы, сообщает акимат.\n\nОбе рассчитаны на 900 мест.',
    want: { published: '2026-02-04' },
  },
  {
    what: 'a headline that asks',
    text: 'Кому дадут грант?\nОтвет даёт министерство.',
    want: { title: 'Кому дадут грант?' },
  },
  { what: 'one line is a story, not a headline', text: 'Мектеп ашылды', want: {} },
  { what: 'a first paragraph is no headline', text: `${'сөз '.repeat(80)}сөз\nЖалғасы бар.`, want: {} },
  {
    what: 'no such day',
    text: ' date 2026-02-31 Мектеп\nАшылды.',
    want: { title: 'date 2026-02-31 Мектеп' },
  },
  {
    what: 'a date inside the story is not the date of the file',
    text: 'Мектеп\n date 2026-02-04 Ашылды.',
    want: { title: 'Мектеп' },
  },
  { what: 'nothing', text: '', want: {} },
];

for (const c of cases) test(c.what, () => expect(describeText(c.text)).toEqual(c.want));
