import { invitationHash } from "../../consortium/cards/invitation.js";
import { admitCardFile, writeInvitationToJoin } from "../../nodejs/card-files.js";
import { readCertificate, readRevocationLists } from "../../nodejs/certificate-files.js";
import { command } from "../command.js";
import { admittedAnswer } from "../json/consortium-cards.js";
import { printAnswer } from "../json/print-answer.js";
import { print, say } from "../output.js";
import { showComparison, showInvitation, showJoinSteps } from "../show/consortium-cards.js";
import { isWrong, sectionOf, sectionsInWords } from "../show/sections.js";
import { fileName, flag, many, optional, text } from "../specs.js";

const CONSORTIUM = fileName("the consortium file");

export const inviteAgency = command(
  {
    name: "consortium invite-agency",
    does: "Write an invitation of an agency to groups that there are already, which names them by their genesis.",
    args: { file: CONSORTIUM, agency: text("name of the agency", "agency") },
    options: {
      group: { ...many(text("the groups that it may join", "group")), required: true },
      root: optional(
        fileName("certificate of the root that vouches for it (default: an admin's account signs its card)"),
      ),
      out: optional(fileName("file of the invitation (default: the agency and .invitation.json)")),
    },
    examples: ["consortium invite-agency consortium.yaml E --group group1"],
  },
  ({ file, agency: name, group: groups = [], root, out = `${name}.invitation.json` }) => {
    const fingerprint = root === undefined ? {} : { root: readCertificate(root).fingerprint };
    const invitation = writeInvitationToJoin(file, { agency: { name, ...fingerprint }, groups, out });
    print(`${showInvitation(invitation, invitationHash(invitation))}\n\n${out}`);
    say(`Give it to ${name} and to the members of these groups, and the consortium file to ${name}.`);
    return Promise.resolve();
  },
);

export const admit = command(
  {
    name: "consortium admit",
    does: "Check the card of an agency that joins groups, write the consortium file with it, and say what each has to type.",
    args: {
      file: CONSORTIUM,
      invitation: fileName("the invitation to join"),
      card: fileName("the card of the agency"),
    },
    options: {
      crl: many(fileName("revocation lists; where some are given, there must be one of every issuer")),
      out: optional(fileName("the new consortium file (default: consortium-, the agency and .yaml)")),
      json: flag("print JSON"),
    },
    examples: ["consortium admit consortium.yaml E.invitation.json E.card.json"],
  },
  ({ file, invitation, card, crl = [], out, json }) => {
    const revocationLists = crl.flatMap((each) => [...readRevocationLists(each)]);
    const admission = admitCardFile(file, invitation, card, { revocationLists, out });
    const sections = admission.files.map(({ subject, findings }) => sectionOf(subject, findings));
    const { consortium, text: made = "", steps } = admission;
    if (json) printAnswer("consortium admit", admittedAnswer(admission, sections));
    else {
      const done = consortium ? [showComparison(consortium, made), showJoinSteps(steps), admission.file] : [];
      print([sectionsInWords(sections), ...done].join("\n\n"));
    }
    if (sections.some(isWrong)) process.exitCode = 1;
    return Promise.resolve();
  },
);
