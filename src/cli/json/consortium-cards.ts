import * as z from "zod";
import type { AdmissionInFull } from "../../nodejs/card-files.js";
import type { Gathering } from "../../consortium/cards/gather.js";
import { spokenHash } from "../../consortium/cards/canonical.js";
import type { Invitation } from "../../consortium/cards/invitation.js";
import { CONSENSUS } from "../../consortium/genesis/genesis.js";
import { comparedHashes } from "../../consortium/genesis/compared-hashes.js";
import { section } from "./checking.js";
import { exampleOf, record } from "./record.js";
import { choice, enodeId, hash, number, text } from "./values.js";

const EXAMPLE_HASH = "0x5f6b1b0bb8a0b1c1d6f8b9aee0f3a1c2e4d50617283940516273849506172839";

const invitedAgency = record(
  "Invited agency",
  {
    name: text.describe("its name"),
    root: text.nullable().describe("SHA-256 of the certificate that vouches for it, 64 hex digits; null without"),
  },
  { example: { name: "B", root: null } },
);

const invitedGroup = record(
  "Invited group",
  {
    name: text.describe("its name"),
    chainId: number.describe("id of its chain"),
    consensus: choice(CONSENSUS).describe("how its nodes agree to blocks"),
    blockPeriod: number.describe("seconds between two blocks"),
    gasLimit: number.describe("gas that a block holds"),
    members: z.array(text).describe("the agencies that are invited to it"),
    genesis: text
      .nullable()
      .describe("SHA-256 of the genesis.json of a group that there is already, 64 hex digits; null for a new one"),
  },
  {
    example: {
      name: "group1",
      chainId: 10_001,
      consensus: "istanbul",
      blockPeriod: 1,
      gasLimit: 700_000_000,
      members: ["A", "B"],
      genesis: null,
    },
  },
);

export const invitation = record(
  "Invitation",
  {
    hash: hash.describe("SHA-256 of what it says, by which cards name it"),
    spoken: text.describe("the beginning of the hash, for comparison by voice"),
    agencies: z.array(invitedAgency).describe("who is invited"),
    groups: z.array(invitedGroup).describe("to which groups"),
  },
  {
    example: {
      hash: EXAMPLE_HASH,
      spoken: spokenHash(EXAMPLE_HASH),
      agencies: [exampleOf(invitedAgency)],
      groups: [exampleOf(invitedGroup)],
    },
  },
);

export function invitationAnswer({ agencies, groups }: Invitation, digits: string): z.output<typeof invitation> {
  return {
    hash: `0x${digits}`,
    spoken: spokenHash(digits),
    agencies: agencies.map(({ name, root = null }) => ({ name, root })),
    groups: groups.map(({ genesis = null, ...group }) => ({ ...group, genesis })),
  };
}

export const nodeKey = record(
  "Key of a node",
  {
    node: text.describe("name of the node"),
    group: text.describe("the group in which it uses the key"),
    enodeId: enodeId.describe("the public key"),
    file: text.describe("where the key is"),
  },
  {
    example: {
      node: "node0",
      group: "group1",
      enodeId:
        "ab5d2e79cfd621b1b027ffb24e2453ed7fb571ba9a841ff0e2473466cabd168d240d1103860d4901da953cc7021d4d62f3f95691ac7cd434cbf9fc9e8b8d871d",
      file: "nodes/node0/group1/nodekey",
    },
  },
);

const missingCard = record(
  "Missing card",
  {
    agency: text.describe("who has not answered"),
    groups: z.array(text).describe("the groups that wait for it"),
  },
  { example: { agency: "D", groups: ["group3"] } },
);

const comparedGroup = record(
  "Compared group",
  {
    group: text.describe("its name"),
    fileHash: hash.describe("SHA-256 of its genesis.json"),
    spoken: text.describe("the beginning of it, for comparison by voice"),
    hash: hash.describe("of its first block"),
  },
  { example: { group: "group1", fileHash: EXAMPLE_HASH, spoken: spokenHash(EXAMPLE_HASH), hash: EXAMPLE_HASH } },
);

export const gathered = record(
  "Gathered cards",
  {
    sections: z.array(section).describe("what was found in the invitation, each card and the consortium file"),
    missing: z.array(missingCard).describe("who has not answered"),
    groups: z.array(comparedGroup).describe("what is compared; empty if anything is wrong or missing"),
    fileHash: hash.nullable().describe("SHA-256 of the consortium file; null if anything is wrong or missing"),
    file: text.nullable().describe("the consortium file; null if anything is wrong or missing"),
  },
  {
    example: {
      sections: [exampleOf(section)],
      missing: [],
      groups: [exampleOf(comparedGroup)],
      fileHash: EXAMPLE_HASH,
      file: "consortium.yaml",
    },
  },
);

export function gatheredAnswer(
  { missing, ...made }: Gathering,
  sections: z.output<typeof section>[],
  file: string,
): z.output<typeof gathered> {
  return { sections, missing, ...comparedAnswer(made, file) };
}

const joinStep = record(
  "Step of joining",
  {
    group: text.describe("in which group"),
    who: text.describe("who does it"),
    command: text.describe("what is typed"),
  },
  {
    example: {
      group: "group1",
      who: "other network admins, until it has passed",
      command: "portcullis proposal approve ID",
    },
  },
);

export const admitted = record(
  "Admitted agency",
  {
    sections: z.array(section).describe("what was found in the invitation, the card and the consortium file"),
    groups: z.array(comparedGroup).describe("what is compared; empty if anything is wrong"),
    steps: z.array(joinStep).describe("what is to be done, in this order; empty if anything is wrong"),
    fileHash: hash.nullable().describe("SHA-256 of the consortium file; null if anything is wrong"),
    file: text.nullable().describe("the consortium file with the agency; null if anything is wrong"),
  },
  {
    example: {
      sections: [exampleOf(section)],
      groups: [exampleOf(comparedGroup)],
      steps: [exampleOf(joinStep)],
      fileHash: EXAMPLE_HASH,
      file: "consortium-E.yaml",
    },
  },
);

export function admittedAnswer(
  { consortium, text, steps, file }: AdmissionInFull,
  sections: z.output<typeof section>[],
): z.output<typeof admitted> {
  return { sections, steps, ...comparedAnswer({ consortium, text }, file) };
}

/** What is compared of a consortium file that was made; nothing where none was. */
function comparedAnswer({ consortium, text }: Pick<Gathering, "consortium" | "text">, file: string) {
  if (consortium === undefined || text === undefined) return { groups: [], fileHash: null, file: null };
  const compared = comparedHashes(consortium, text);
  const groups = compared.groups.map((group) => ({ ...group, spoken: spokenHash(group.fileHash) }));
  return { groups, fileHash: compared.file, file };
}
