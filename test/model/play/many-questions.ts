/** The call data of ManyQuestions.ask and its answer, by hand: ethers takes a hundred times as long for a thousand of them. */

const WORD = 64;
/** Of ask((address,bytes)[]). */
const SELECTOR = "0x8908b17b";

const word = (value: number): string => value.toString(16).padStart(WORD, "0");
const wordAt = (hex: string, at: number): number => parseInt(hex.slice(at, at + WORD), 16);

function padded(hex: string): string {
  return hex.padEnd(Math.ceil(hex.length / WORD) * WORD, "0");
}

/** One question's part, the same whatever else is asked. */
export function packQuestion(target: string, data: string): string {
  const bytes = data.slice(2);
  return target.slice(2).padStart(WORD, "0") + word(WORD) + word(bytes.length / 2) + padded(bytes);
}

export function packQuestions(parts: readonly string[]): string {
  let offset = parts.length * (WORD / 2);
  const offsets = parts.map((part) => {
    const here = word(offset);
    offset += part.length / 2;
    return here;
  });
  return [SELECTOR, word(WORD / 2), word(parts.length), ...offsets, ...parts].join("");
}

export function unpackAnswers(answer: string): string[] {
  const hex = answer.slice(2);
  const list = wordAt(hex, 0) * 2;
  const first = list + WORD;
  return Array.from({ length: wordAt(hex, list) }, (_, i) => {
    const at = first + wordAt(hex, first + i * WORD) * 2;
    const begin = at + WORD;
    return `0x${hex.slice(begin, begin + wordAt(hex, at) * 2)}`;
  });
}
