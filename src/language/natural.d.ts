/** The package ships types for its main entry only; we take single files (DEPENDENCIES: the entry costs 547 ms and 162 MB). */
declare module 'natural/lib/natural/stemmers/porter_stemmer_ru.js' {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}
declare module 'natural/lib/natural/distance/index.js' {
  const distance: {
    JaroWinklerDistance(a: string, b: string, options?: { ignoreCase?: boolean }): number;
    LevenshteinDistance(a: string, b: string): number;
  };
  export default distance;
}
