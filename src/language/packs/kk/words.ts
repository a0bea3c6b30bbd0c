/** Frequent closed-class words: they tell the language of a short sentence and are never stems of anything. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'және мен бен пен үшін бойынша деп бұл осы сол туралы бар жоқ болды болып болады болған екен еді ғана тек сондай-ақ ал ' +
    'бірақ немесе яғни деген дейді деді арқылы кейін бұрын дейін бері астам жуық барлық бүкіл өз оның олар біз сіз мұндай ' +
    'сонымен қатар ретінде аясында отыр тұр жатыр керек тиіс жыл жылы қазір бүгін биыл былтыр кеше ертең әр кез арасында соң ' +
    'да де та те ма ме ба бе па пе не кім қай қандай қалай неге әрі бірге онда оған одан онымен содан соған бірден бірдей бірде бірер оны оны ондай ондағы ондағылар онымыз бұлар мұнда бұдан бұған сонда туып алды берді етті жасады айтты'
  ).split(' '),
);

/** Kazakh in the Latin alphabets of 2017–2021: words that tell it from Turkish, Uzbek and English. */
export const LATIN_WORDS: ReadonlySet<string> = new Set(
  (
    'jane jáne jäne zhane men úshin üshin ushin boiynsha boıynsha boyynsha bul qazaq qazaqstan elordasy jyl jyly oblys oblysy ' +
    'oblysynyń oblysynyñ qala qalasy aýdan audan memleket ákim äkim ákimi äkımı bolyp boldy dep degen otyr tenge teńge teñge ' +
    'mektep mektebi bala balalar adam ministrligi ministrlıgı qyzmet halyq saulyq densaulyq jańa jaña astam deıin deiin keıin'
  ).split(' '),
);

/** Particles joined with a hyphen that change no meaning of ours: `үш-ақ` is three. */
export const PARTICLES: ReadonlySet<string> = new Set(['ақ', 'мыс', 'міс', 'ау']);
