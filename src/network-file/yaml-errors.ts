import type { ErrorCode } from "yaml";

/** What the reader of YAML says in its own terms, in those of somebody who writes a network file: what, and the way out. */
const TEXTS: Partial<Record<ErrorCode, readonly [what: string, wayOut: string]>> = {
  TAB_AS_INDENT: ["A tab stands where spaces must.", "Indent with spaces."],
  BAD_INDENT: ["Something before this is not closed, or a line is not indented as those around it.", "Look above."],
  MISSING_CHAR: ["A quote is not closed, or a colon is missing.", 'Write key: "value", with quotes on both sides.'],
  MULTILINE_IMPLICIT_KEY: ["A key and its value are not apart.", "Write a space after the colon: key: value."],
  BLOCK_AS_IMPLICIT_KEY: ["Two things stand where one should.", "Give each key and each entry of a list its own line."],
  UNEXPECTED_TOKEN: ["Something stands behind a value that has ended.", "Look for a quote or a dash too many."],
  BAD_SCALAR_START: ["A value begins with a character that has a meaning of its own.", "Put the value in quotes."],
  MULTIPLE_DOCS: ["The file goes on behind a line of three dashes.", "Write one network in one file."],
};

export interface YamlError {
  code: ErrorCode;
  message: string;
}

export function explainYaml({ code, message }: YamlError): { message: string; hint: string } {
  const [what, hint] = TEXTS[code] ?? [`${message}.`, "Correct it."];
  return { message: `The text is not well-formed: ${what}`, hint };
}
