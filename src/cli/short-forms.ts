/** Commands that people name without their noun. */
const NOUNS: ReadonlyMap<string, string> = new Map([
  ["approve", "proposal"],
  ["reject", "proposal"],
]);

/** What is done with a proposal. */
const VOTING = new Set(["approve", "close", "execute", "list", "reject", "show", "sign", "withdraw"]);

/** What was typed, in the words of the commands: "help org" is "org --help", "approve 7" is "proposal approve 7". */
export function spelledOut(words: readonly string[]): readonly string[] {
  const [first = "", ...rest] = words;
  if (first === "help") return [...spelledOut(rest), "--help"];
  // A resolution is a proposal, and shown and voted on as one.
  if (first === "resolution" && VOTING.has(rest[0] ?? "")) return ["proposal", ...rest];
  const noun = NOUNS.get(first);
  return noun === undefined ? words : [noun, ...words];
}
