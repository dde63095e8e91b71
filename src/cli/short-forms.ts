/** Commands that people name without their noun. */
const NOUNS: ReadonlyMap<string, string> = new Map([
  ["approve", "proposal"],
  ["reject", "proposal"],
]);

/** What was typed, in the words of the commands: "help org" is "org --help", "approve 7" is "proposal approve 7". */
export function spelledOut(words: readonly string[]): readonly string[] {
  const [first = "", ...rest] = words;
  if (first === "help") return [...spelledOut(rest), "--help"];
  const noun = NOUNS.get(first);
  return noun === undefined ? words : [noun, ...words];
}
