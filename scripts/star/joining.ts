import { type Founding, foundings } from "../../src/consortium/founding/founding.js";
import { groupGenesis } from "../../src/consortium/genesis/group-genesis.js";
import type { Consortium } from "../../src/consortium/file/consortium.js";
import { admitCardFile, writeInvitationToJoin } from "../../src/nodejs/card-files.js";
import { admit, type FoundedGroup, mayTransfer } from "./networks.js";
import { agencyIn, type Star } from "./star.js";

/** A fifth agency joins a group that there is already. */
export async function anotherJoins(star: Star, before: Consortium, group: FoundedGroup): Promise<void> {
  const { tell, agencies } = star;
  const { A } = agencies;
  tell.chapter(
    "E joins group1",
    "It is invited by the group's genesis, so that it joins no other network than is meant.",
  );
  const E = agencyIn(star, "E");
  const [file, invitation] = [A.at("consortium.yaml"), A.at("E.invitation.json")];
  writeInvitationToJoin(file, { agency: { name: "E" }, groups: [group.name], out: invitation });
  E.take(invitation);
  await E.makeKeys("E.invitation.json");
  A.take(await E.answer("E.invitation.json"));
  const { consortium } = admitCardFile(file, invitation, A.at("E.card.json"), { out: A.at("consortium-E.yaml") });
  if (consortium === undefined) throw new RangeError("The card of E was not accepted.");
  tell.facts(["agencies", consortium.agencies.map(({ name }) => name).join(", "), "A, B, C, D, E"]);
  tell.facts([
    "the genesis of group1",
    isSameGenesis(before, consortium) ? "what it was" : "another one",
    "what it was",
  ]);

  const own = memberOf(consortium, A.admin);
  tell.facts(await mayTransfer(group, E, "no"));
  await admit(star, group, own);
  tell.facts(await mayTransfer(group, E, "yes"));
}

function isSameGenesis(...consortia: [Consortium, Consortium]): boolean {
  const [first, second] = consortia.map((each) => each.groups.map((group) => groupGenesis(each, group).fileHash)[0]);
  return first === second;
}

/** E, as an organisation of the group that it joins. */
function memberOf(consortium: Consortium, admin: string): Founding["others"][number] {
  const [group1] = foundings(consortium, { name: "A", admins: [admin] });
  const found = group1?.others.find(({ org }) => org === "E");
  if (found === undefined) throw new RangeError("E is in no group.");
  return found;
}
