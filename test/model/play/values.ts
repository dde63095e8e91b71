import { computeAddress, toBeHex } from "ethers";
import { enodeIdOf } from "../../../tools/shared/network-file.js";
import { POLICY } from "../../helpers/contract-suite.js";
import type { Others } from "../rules/question.js";

/** Who and what the calls name. Few, so that they meet often. */

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);
const keyOf = (n: number): string => toBeHex(n, 32);

/** With a key each, since they sign votes. */
const KEYS: ReadonlyMap<string, string> = new Map(numbers(20).map((n) => [computeAddress(keyOf(n)), keyOf(n)]));
export const PEOPLE: readonly string[] = [...KEYS.keys()];
export const [GUARDIAN = "", OPERATOR = "", ...ADMINS] = PEOPLE.slice(0, 5);
/** The accounts of PEOPLE that have no part in how a network begins. */
export const NEWCOMERS = PEOPLE.slice(5);

export const ENODE_IDS = numbers(12).map((n) => enodeIdOf(n.toString(16).padStart(2, "0")));
export const IPS = ["10.0.0.1", "10.0.0.2", "2001:db8::a", "node.example.org"];
export const PORTS = [30303, 21000];
export const RAFT_PORTS = [0, 50400];

export const TOP_NAMES = ["ORG1", "ORG2", "ORG3"];
export const SUB_NAMES = ["A", "B", "C", "D"];
export const ROLE_NAMES = ["CLERK", "DEPUTY", "READER"];
export const ADMIN_ROLE_NAMES: readonly string[] = POLICY.slice(1);

/** What no name, host and enode id may be, and what is just within. */
export const ODD_NAMES = ["", "ORG1.A", "A B", "Ä", "x".repeat(64), "x".repeat(65)];
export const ODD_HOSTS = [
  ...["", "a b", "%", ":", "..", "a:b", "0.0.0.0", "0.1.2.3", "10.0.0.01", "10.0.1", "224.0.0.1", "255.255.255.255"],
  ...["169.254.1.1", "::", "::1", "fe80::1", "ff02::1", "2001:DB8::a", "2001:db8:0::a", "::ffff:10.0.0.1", "::1%eth0"],
  ...[
    "h".repeat(63),
    "h".repeat(64),
    `${"h.".repeat(126)}h`,
    `${"h.".repeat(127)}h`,
    "node.1",
    "-a.b",
    "a-.b",
    "a_1.b",
  ],
];
export const ODD_ENODE_IDS = ["", "ab", "F".repeat(128), `${"f".repeat(127)}g`, "f".repeat(129), "ab".repeat(64)];

/** What is asked about besides all that is recorded. */
export const OTHERS: Others = {
  people: PEOPLE,
  enodeIds: [...ENODE_IDS, "ab"],
  orgIds: [POLICY[0], "ORG1", "ORG1.A", "NONE"],
};

/** How the people and nodes are called where calls are printed. */
export const LABELS: ReadonlyMap<string, string> = new Map([
  ...PEOPLE.map((address, i) => [address, `person${i + 1}`] as const),
  ...ENODE_IDS.map((enodeId, i) => [enodeId, `node${i + 1}`] as const),
]);

export function keyOfPerson(address: string): string {
  return KEYS.get(address) ?? keyOf(PEOPLE.length + 1);
}
