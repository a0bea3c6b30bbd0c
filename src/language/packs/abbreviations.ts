/** Words of both languages that are written with a full stop which ends no sentence. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'тыс млн млрд трлн мың тг руб кв куб га км см мин макс обл гг им ул пр пп тел ср напр проф акад б ж жж қ ауд'.split(
    ' ',
  ),
);
