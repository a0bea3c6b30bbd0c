/** Frequent closed-class words of Russian that no Kazakh sentence of the same length does without. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'и в на не что с по как для из к от о об за это этот эта эти у до же при так его её их но или также более будет были был ' +
    'была было который которая которые которых чтобы если уже все всех еще ещё со ли бы во после через между под над без года ' +
    'году лет том числе он она они мы вы я ты мне нас вас них ней ним нет да где когда там тут здесь сейчас только можно надо нужно тенге'
  ).split(' '),
);

/** Prepositions that are spelled as cases of nouns: «после» is hardly ever the locative of «посол». */
export const PREPOSITIONS: ReadonlySet<string> = new Set([
  'после',
  'под',
  'через',
  'между',
  'против',
  'перед',
]);
