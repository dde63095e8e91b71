import type { ErrorCode } from "yaml";

/** The YAML parser's errors in the words of someone who writes a network file: what is wrong, and what to do. */
const TEXTS: Partial<Record<ErrorCode, readonly [what: string, wayOut: string]>> = {
  TAB_AS_INDENT: ["There is a tab where there must be spaces.", "Indent with spaces."],
  BAD_INDENT: ["Something before this is not closed, or a line is not indented like those around it.", "Look above."],
  MISSING_CHAR: ["A quote is not closed, or a colon is missing.", 'Write key: "value", with quotes on both sides.'],
  MULTILINE_IMPLICIT_KEY: ["A key and its value are not separated.", "Write a space after the colon: key: value."],
  BLOCK_AS_IMPLICIT_KEY: [
    "There are two things where there should be one.",
    "Give each key and each entry of a list its own line.",
  ],
  UNEXPECTED_TOKEN: ["Something follows a value that has ended.", "Look for an extra quote or dash."],
  BAD_SCALAR_START: ["A value begins with a character that has a meaning of its own.", "Put the value in quotes."],
  MULTIPLE_DOCS: ["The file continues after a line of three dashes.", "Write one network per file."],
};

export interface YamlError {
  code: ErrorCode;
  message: string;
}

export function explainYaml({ code, message }: YamlError): { message: string; hint: string } {
  const [what, hint] = TEXTS[code] ?? [`${message}.`, "Correct it."];
  return { message: `The text is not well-formed: ${what}`, hint };
}
