import { expect } from "chai";
import { readConsortium } from "../../../../src/consortium/read/read-consortium.js";
import { PortcullisError } from "../../../../src/errors/error.js";
import { textAtHand } from "../../../../src/util/text-source.js";

type Texts = Readonly<Record<string, string>>;

/** What is read of texts by the names of their files; others are beside them. */
export function reading(texts: Texts, beside: Texts = {}) {
  return readConsortium(Object.entries(texts).map(([name, text]) => textAtHand(name, text, beside)));
}

/** What became of each value of the first file, by where it stands. */
export function fates(texts: Texts, beside: Texts = {}): Record<string, string> {
  const [file] = reading(texts, beside).files;
  return Object.fromEntries(
    (file?.values ?? []).map(({ where, becomes, whyNot }) => [where, becomes ?? `not used: ${whyNot ?? ""}`]),
  );
}

/** Why a text is not read. */
export function refused(name: string, text: string): string {
  try {
    reading({ [name]: text });
  } catch (error) {
    expect(error).to.be.instanceOf(PortcullisError).and.have.property("code", "INPUT_NOT_RECOGNISED");
    return (error as PortcullisError).message;
  }
  return expect.fail(`${name} is read.`);
}
