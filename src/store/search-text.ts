/** What a name is searched by: width, case and blanks make no difference. */
export function searchForm(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Z}\p{C}]+/gu, '');
}

/** The words of a search, each to be found anywhere; none for a blank one. */
export function searchTerms(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .split(/[\p{Z}\p{C}]+/u)
    .map(searchForm)
    .filter((term) => term !== '')
    .slice(0, 8);
}

/**
 * Single characters and pairs of neighbours. Chinese has no word breaks and names are searched by
 * two characters, for which trigrams are of no use; pairs are an index of our own on either
 * engine.
 */
export function gramsOf(texts: readonly string[]): readonly string[] {
  const grams = new Set<string>();
  for (const text of texts) {
    const characters = [...text];
    characters.forEach((character, index) => {
      grams.add(character);
      const next = characters[index + 1];
      if (next !== undefined) grams.add(character + next);
    });
  }
  return [...grams].sort();
}

/** The grams that a text must have if it contains the term: its pairs, or its one character. */
export function gramsWithin(term: string): readonly string[] {
  const characters = [...term];
  return characters.length === 1 ? characters : gramsOf([term]).filter((gram) => [...gram][1]);
}
