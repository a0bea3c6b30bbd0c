import { type LatinAlphabet, toLatin } from './alphabets.ts';
import { FUNCTION_WORDS } from './words.ts';

/** Frequent words of Kazakh news besides the function words. */
const NEWS =
  'қазақ қазақстан елорда елордасы облыс облысы облысының облысында қаласы қаласының қаласында аудан ауданы ауданында ' +
  'мемлекет мемлекеттік әкім әкімі әкімдік әкімдігі министрлігі министрі теңге мектеп мектебі балалар отбасы тұрғын ' +
  'жаңа жуық пайыз бағдарламасы жобасы халық саулық денсаулық қызмет ауыл орталық ретінде арналған кемінде шамамен';

/** Words that Turkish, Azerbaijani, Uzbek, Turkmen, Tatar or Karakalpak write alike, and those that English has borrowed. */
const SHARED: ReadonlySet<string> = new Set(
  'men bar tek kim biz siz bul ol onda ondan bir birde bire bireu berdi boldy eken edi dep öz olar sonda bolar osy her akim oblys oblysy'.split(
    ' ',
  ),
);

/** Words that tell Kazakh in any of its Latin alphabets, with marks and without. */
export const LATIN_WORDS: ReadonlySet<string> = new Set(latinWords());

function* latinWords(): Generator<string> {
  const alphabets: readonly LatinAlphabet[] = ['2017', '2018', '2019', '2021'];
  for (const word of [...FUNCTION_WORDS, ...NEWS.split(' ')])
    for (const alphabet of alphabets) {
      const latin = toLatin(word, alphabet);
      for (const spelling of [latin, latin.replaceAll("'", '').normalize('NFD').replace(/\p{M}/gu, '')])
        if (spelling.length > 2 && !SHARED.has(spelling)) yield spelling;
    }
}

/** Frequent words of other languages in Latin letters: Turkish, Azerbaijani, Uzbek, Turkmen, Tatar, Karakalpak, English. */
export const FOREIGN_WORDS: ReadonlySet<string> = new Set(
  (
    'bir bu ve için icin ile olarak daha çok gibi kadar sonra olan var yok değil oldu dedi ' +
    'və üçün ilə olub edib haqqında isə nəfər va bilan uchun ham haqida kerak yangi bu deb keyin ' +
    'we bilen üçin hem barada boýunça häm belän öçen tuğan hám menen ushın haqqında jańalıq ' +
    'the of and for with from was were are has have that this been not said in to at by on new'
  ).split(' '),
);
