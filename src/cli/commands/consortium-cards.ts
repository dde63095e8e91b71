import { invitationHash } from "../../consortium/cards/invitation.js";
import { refusal } from "../../errors/refusal.js";
import { gatherCardFiles, readAgencyFile, readInvitation, writeCard } from "../../nodejs/card-files.js";
import { readCertificates, readRevocationLists } from "../../nodejs/certificate-files.js";
import { requireAbsent } from "../../nodejs/files.js";
import { makeNodeKeys, withEnodeIds } from "../../nodejs/node-keys.js";
import { issuerKey, PASSWORD_OPTION } from "../certificate-options.js";
import { command } from "../command.js";
import { gatheredAnswer, invitationAnswer } from "../json/consortium-cards.js";
import { printAnswer } from "../json/print-answer.js";
import { print, say } from "../output.js";
import { showComparison, showInvitation, showNodeKeys } from "../show/consortium-cards.js";
import { isWrong, sectionOf, sectionsInWords } from "../show/sections.js";
import { fileName, flag, many, optional, text } from "../specs.js";

const INVITATION = fileName("the invitation");
const AGENCY_FILE = fileName("what the agency has written of itself and its nodes");
const KEYS_OPTION = {
  keys: optional(fileName("directory of the nodes' keys, with a folder for each (default: nodes)", "directory")),
} as const;

const KEYS = "nodes";

export const invite = command(
  {
    name: "consortium invite",
    does: "Check an invitation to groups, and show what it says and the hash by which all compare it.",
    args: { invitation: INVITATION },
    options: { json: flag("print JSON") },
    examples: ["consortium invite invitation.yaml"],
  },
  ({ invitation: file, json }) => {
    const invitation = readInvitation(file);
    const hash = invitationHash(invitation);
    if (json) printAnswer("consortium invite", invitationAnswer(invitation, hash));
    else print(showInvitation(invitation, hash));
    return Promise.resolve();
  },
);

export const keys = command(
  {
    name: "consortium keys",
    does: "Make the keys of an agency's nodes where they run, one for each group, and show their enode ids. Keys that are there stay.",
    args: { invitation: INVITATION, agencyFile: AGENCY_FILE },
    options: {
      node: optional(text("only this node, which runs on this machine", "name")),
      ...KEYS_OPTION,
      json: flag("print JSON"),
    },
    examples: ["consortium keys invitation.yaml B.yaml", "consortium keys invitation.yaml A.yaml --node node0"],
  },
  async ({ invitation, agencyFile, node, keys = KEYS, json }) => {
    const plan = readAgencyFile(agencyFile, readInvitation(invitation));
    const known = plan.nodes.map(({ name }) => name);
    if (node !== undefined && !known.includes(node))
      throw refusal("OWN_NODE_UNKNOWN", { file: agencyFile, node, known });
    const made = await makeNodeKeys(plan, keys, node);
    if (json) printAnswer("consortium keys", made);
    else print(showNodeKeys(made));
  },
);

export const answer = command(
  {
    name: "consortium answer",
    does: "Answer an invitation with a signed card, which says who the agency's admins are and where its nodes run. No secrets.",
    args: { invitation: INVITATION, agencyFile: AGENCY_FILE },
    options: {
      key: fileName("file with the key that signs: an admin's, or that of the certificate"),
      certificate: many(fileName("its certificate, and those above it up to the root that the invitation names")),
      ...PASSWORD_OPTION,
      ...KEYS_OPTION,
      out: optional(fileName("file of the card (default: the agency and .card.json)")),
    },
    examples: [
      "consortium answer invitation.yaml B.yaml --key admin-key.json",
      "consortium answer invitation.yaml B.yaml --key B-carol.key --certificate B-carol.crt B-root.crt",
    ],
  },
  async ({ invitation: file, agencyFile, certificate = [], keys = KEYS, out, ...given }) => {
    const invitation = readInvitation(file);
    const plan = readAgencyFile(agencyFile, invitation);
    const card = out ?? `${plan.name}.card.json`;
    requireAbsent(card);
    const part = withEnodeIds(plan, keys);
    const certificates = certificate.flatMap((each) => [...readCertificates(each)]);
    await writeCard(card, part, invitation, { key: await issuerKey(given), certificates });
    print(card);
    say("Give the card to all who are in a group with you, and the nodes' keys to no one.");
  },
);

export const gather = command(
  {
    name: "consortium gather",
    does: "Check the cards of all agencies, say who is missing, and make the consortium file and the hashes to compare by voice.",
    args: { invitation: INVITATION, cards: { ...many(fileName("the cards, in any order")), required: true } },
    options: {
      group: many(text("only these groups, for which the cards of their members are enough", "group")),
      crl: many(fileName("revocation lists; where some are given, there must be one of every issuer")),
      out: optional(fileName("the consortium file (default: consortium.yaml)")),
      json: flag("print JSON"),
    },
    examples: [
      "consortium gather invitation.yaml A.card.json B.card.json C.card.json D.card.json",
      "consortium gather invitation.yaml A.card.json B.card.json --group group1",
    ],
  },
  ({ invitation, cards = [], group: groups, crl = [], out: file = "consortium.yaml", json }) => {
    const revocationLists = crl.flatMap((each) => [...readRevocationLists(each)]);
    const gathering = gatherCardFiles(invitation, cards, { groups, file, revocationLists });
    const sections = gathering.files.map(({ subject, findings }) => sectionOf(subject, findings));
    if (json) printAnswer("consortium gather", gatheredAnswer(gathering, sections, file));
    else {
      const { consortium, text = "" } = gathering;
      print([sectionsInWords(sections), ...(consortium ? [showComparison(consortium, text), file] : [])].join("\n\n"));
    }
    if (sections.some(isWrong)) process.exitCode = 1;
    return Promise.resolve();
  },
);
