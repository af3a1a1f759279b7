/**
 * Minutes that a reader needs, rounded up, never below 1. The speed is 180 words a minute: below the 238 that adults
 * read silently in English (Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047), since many read in a second language.
 * Words are counted by blanks.
 */
export function readingMinutes(paragraphs: readonly string[]): number {
  const words = paragraphs.reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
  return Math.max(1, Math.ceil(words / 180));
}
