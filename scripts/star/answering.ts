import { readFileSync, writeFileSync } from "node:fs";
import { spokenHash } from "../../src/consortium/cards/canonical.js";
import { invitationHash } from "../../src/consortium/cards/invitation.js";
import type { Consortium } from "../../src/consortium/file/consortium.js";
import { comparedHashes } from "../../src/consortium/genesis/compared-hashes.js";
import { table } from "../../src/cli/show/table.js";
import { errorLines } from "../../src/errors/finding.js";
import { readInvitation } from "../../src/nodejs/card-files.js";
import { STAR_INVITATION } from "../../tools/shared/star-example.js";
import type { Star } from "./star.js";

/** A invites, and everybody answers with a card: public, signed, and bound to the invitation. */
export async function everybodyAnswers({ tell, agencies }: Star): Promise<void> {
  tell.chapter(
    "A invites, and the others answer",
    "Each agency makes its nodes' keys itself. Only public files go around.",
  );
  const { A } = agencies;
  A.take(STAR_INVITATION);
  const hash = invitationHash(readInvitation(A.at("invitation.yaml")));
  tell.show(`The invitation, to compare by voice: ${spokenHash(hash)}`);
  for (const each of Object.values(agencies)) {
    if (each !== A) each.take(A.at("invitation.yaml"));
    const keys = await each.makeKeys("invitation.yaml");
    await each.answer("invitation.yaml");
    tell.show(`${each.name} has made ${keys.length === 1 ? "a key" : `${keys.length} keys`}, and signed its card.`);
  }
}

/** Until all are there, it is said who is missing; a card that was changed on its way is found. */
export function somethingIsMissing({ tell, agencies: { A, B, C, D } }: Star): void {
  tell.chapter("Not everything is there yet", "Nothing is made of an incomplete set of cards, or of a changed one.");
  for (const each of [B, C]) {
    A.take(each.at(`${each.name}.card.json`));
    tell.show(`A has the card of ${each.name}.`);
  }
  const early = A.gather(["A.card.json", "B.card.json", "C.card.json"]);
  tell.facts(["who is missing", early.missing.map(({ agency }) => agency).join(", "), "D"]);

  const changed = readFileSync(D.at("D.card.json"), "utf8").replace("30303", "30399");
  writeFileSync(A.at("D.card.json"), changed);
  const { files, text } = A.gather(["A.card.json", "B.card.json", "C.card.json", "D.card.json"]);
  tell.show(errorLines(files.flatMap(({ findings }) => findings)).join("\n"));
  tell.facts(["made of a card that was changed", text === undefined ? "nothing" : "a consortium file", "nothing"]);
  A.take(D.at("D.card.json"));
}

/** Everybody makes the same of the same cards, in whatever order, and B without the cards of groups that are not its own. */
export function everybodyMakesTheSame({ tell, agencies }: Star): Consortium {
  tell.chapter(
    "Everybody makes the same genesis",
    "Of the same cards, whatever their order; and reads the hashes to the others.",
  );
  const { A, B, C, D } = agencies;
  const made = [A.gather(["D.card.json", "B.card.json", "A.card.json", "C.card.json"])];
  for (const [own, group] of [
    [B, "group1"],
    [C, "group2"],
    [D, "group3"],
  ] as const) {
    own.take(A.at("A.card.json"));
    made.push(own.gather(["A.card.json", `${own.name}.card.json`], [group]));
  }
  const rows = Object.keys(agencies).flatMap((name, i) => {
    const { consortium, text = "" } = made[i] ?? {};
    const groups = consortium === undefined ? [] : comparedHashes(consortium, text).groups;
    return groups.map(({ group, fileHash }) => [name, group, spokenHash(fileHash)]);
  });
  tell.show(table(["agency", "group", "genesis, SHA-256"], rows));
  for (const group of ["group1", "group2", "group3"]) {
    const [first, second] = rows.filter((row) => row[1] === group).map(([, , hash = ""]) => hash);
    tell.facts([`${group}, as made by its two members`, first === second ? "the same" : "different", "the same"]);
  }
  const { consortium } = made[0] ?? {};
  if (consortium === undefined) throw new RangeError("Nothing was made of the cards.");
  return consortium;
}
