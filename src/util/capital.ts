/** A word as the first of a sentence. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A sentence as a part of another. */
export function small(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
