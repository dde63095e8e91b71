import { CONTRACT } from "../examples.js";
import {
  forgetDeployer,
  type NewOpening,
  registerContract,
  setContractAccess,
  setMethodAccess,
} from "../../actions/contracts.js";
import type { ActionResult, Actor } from "../../actions/perform.js";
import { getCode } from "../../chain/chain.js";
import type { RegisteredContract } from "../../model/records.js";
import { methodInWords, methodOf, parseMethod } from "../../network/method.js";
import type { Network } from "../../network/network.js";
import { isGovernment } from "../../read/explain-contracts.js";
import { wanted } from "../../read/filter.js";
import { readContractInFull, readContracts, readMethods } from "../../read/read-contracts.js";
import { readRoles } from "../../read/read-records.js";
import type { RightsChange } from "../../read/rights-change.js";
import { group } from "../command.js";
import { ABI_OPTION, abiOf, METHOD_FORMS, METHOD_OPTIONS, methodIn } from "../method-options.js";
import { readCommand } from "../read-command.js";
import { type NamedMethod, showContract, showContracts } from "../show/contracts.js";
import { address, flag, type Given, many, optional, text, wholeNumber } from "../specs.js";
import { UsageError } from "../usage-error.js";
import type { Note } from "../warnings.js";
import { BY_HAND, writeCommand } from "../write-command.js";

const contract = address("its address");

const WHO = "Admins of its organisation or above, and the account that deployed it.";

const list = readCommand({
  name: "contract list",
  alias: "ls",
  does: "List the contracts that are registered, and who may call them.",
  options: { org: optional(text("only those of this organisation and all below it", "org")) },
  examples: ["contract list", "contract list --org ORG1", "contract list --json"],
  read: async (network, filter) => {
    const of = { orgOf: ({ org }: RegisteredContract) => org, statusOf: () => "" };
    return wanted(network, await readContracts(network), filter, of);
  },
  show: showContracts,
});

/** A contract, and its methods by the names that a file gives them. */
async function inFull(network: Network, given: { contract: string } & Given<typeof ABI_OPTION>) {
  const abi = abiOf(given);
  const found = await readContractInFull(network, given.contract);
  const methods = found.methods.map((each): NamedMethod => ({
    ...each,
    signature: methodOf(each.selector, abi).signature ?? null,
  }));
  return { contract: found.contract, methods };
}

const show = readCommand({
  name: "contract show",
  does: "Show whose a contract is, who may call it, and the methods that have a state of their own.",
  args: { contract },
  options: ABI_OPTION,
  examples: [`contract show ${CONTRACT}`, `contract show ${CONTRACT} --abi Token.json`],
  read: inFull,
  show: showContract,
});

async function shown(network: Network, given: { contract: string } & Given<typeof ABI_OPTION>): Promise<string> {
  return showContract(await inFull(network, given));
}

/** What is said of these changes nothing. */
function warnOfGovernment(network: Network, target: string): string[] {
  return isGovernment(network, target)
    ? ["It belongs to the permissioning itself, and is open to all members whatever is said of it."]
    : [];
}

const register = writeCommand({
  section: BY_HAND,
  name: "contract register",
  does: "Register a contract for an organisation, to say who may call it. The account that deployed it: a member of the organisation, or an admin of it or above.",
  args: { contract },
  options: {
    org: text("full id of the organisation", "org"),
    nonce: optional(
      wholeNumber("that of the transaction that deploys it, if that is still to be sent (default: it is looked for)"),
    ),
  },
  examples: [`contract register ${CONTRACT} --org ORG1`, `contract register ${CONTRACT} --org ORG1 --nonce 7`],
  act: (actor, given) => registerContract(actor, { ...given, address: given.contract }),
  warnings: async (network, given) => [
    ...warnOfGovernment(network, given.contract),
    ...((await getCode(network.chain.rpc, given.contract)) === "0x"
      ? [{ note: "There is no contract at this address yet." }]
      : []),
  ],
  after: (network, given) => shown(network, { contract: given.contract, abi: undefined }),
});

type OpeningGiven = { contract: string } & Given<typeof METHOD_OPTIONS>;

function setAccess(actor: Actor, given: OpeningGiven, opening: NewOpening): Promise<ActionResult> {
  const method = methodIn(given);
  const about = { address: given.contract, opening };
  return method === undefined ? setContractAccess(actor, about) : setMethodAccess(actor, { ...about, method });
}

/** What is not meant, and goes on to hold. */
async function warnOfMethods(network: Network, given: OpeningGiven): Promise<(string | Note)[]> {
  if (given.method !== undefined) return [];
  const methods = await readMethods(network, given.contract);
  if (methods.length === 0) return [];
  const names = methods.map(({ selector }) => methodInWords(methodOf(selector)));
  return [{ note: `These methods keep the state that they have by themselves: ${names.join(", ")}.` }];
}

async function warningsOf(network: Network, given: OpeningGiven): Promise<(string | Note)[]> {
  return [...warnOfGovernment(network, given.contract), ...(await warnOfMethods(network, given))];
}

/** Whoever calls it now may lose that. */
function taken(_network: Network, given: { contract: string }): Promise<RightsChange> {
  return Promise.resolve({ about: "contract", contract: given.contract });
}

const UNLISTED = { orgs: [], roles: [] };

const open = writeCommand({
  section: BY_HAND,
  name: "contract open",
  does: `Open a contract, or a method of it, to all members whose role lets them call. ${WHO}`,
  args: { contract },
  options: {
    ...METHOD_OPTIONS,
    everybody: flag("to everybody, members or not: only as a change of a resolution"),
  },
  examples: [`contract open ${CONTRACT}`, `contract open ${CONTRACT} --method balanceOf --abi Token.json`],
  act: (actor, given) => setAccess(actor, given, { to: given.everybody ? "everybody" : "members", ...UNLISTED }),
  warnings: warningsOf,
  after: shown,
});

/** Any organisation may define a role of that name later, so it is no mistake. */
async function warnOfRoles(network: Network, roles: readonly string[]): Promise<string[]> {
  if (roles.length === 0) return [];
  const known = new Set((await readRoles(network)).filter(({ active }) => active).map(({ name }) => name));
  const unknown = roles.filter((role) => !known.has(role));
  return unknown.map((role) => `No organisation has a role ${role}, so nobody could call it with that now.`);
}

const LISTS = {
  toOrg: many(text("full ids of the organisations that may call it (default: all)", "org")),
  role: many(text("names of the roles that may call it, in any organisation (default: all)", "role")),
} as const;

const restrict = writeCommand({
  section: BY_HAND,
  name: "contract restrict",
  does: `Open a contract, or a method of it, only to some organisations, each with all below it, or roles. ${WHO}`,
  args: { contract },
  options: {
    ...METHOD_OPTIONS,
    ...LISTS,
  },
  examples: [
    `contract restrict ${CONTRACT} --to-org ORG1 ORG2 --role TRADER`,
    `contract restrict ${CONTRACT} --method 'mint(address,uint256)' --to-org ORG1`,
  ],
  act: (actor, given) => setAccess(actor, given, listed(given)),
  warnings: async (network, given) => [
    ...(await warningsOf(network, given)),
    ...(await warnOfRoles(network, given.role ?? [])),
  ],
  takesRights: taken,
  after: shown,
});

function listed({ toOrg: orgs = [], role: roles = [] }: Given<typeof LISTS>): NewOpening {
  if (orgs.length + roles.length > 0) return { to: "listed", orgs, roles };
  throw new UsageError("Nothing says to whom it is restricted.", "Give --to-org, --role, or both.");
}

const freeze = writeCommand({
  section: BY_HAND,
  name: "contract freeze",
  does: `Close a contract with all its methods, or a method of it, to everybody. ${WHO}`,
  args: { contract },
  options: METHOD_OPTIONS,
  examples: [`contract freeze ${CONTRACT}`, `contract freeze ${CONTRACT} --method burn --abi Token.json`],
  act: (actor, given) => setAccess(actor, given, { to: "nobody", ...UNLISTED }),
  warnings: (network, given) => Promise.resolve(warnOfGovernment(network, given.contract)),
  takesRights: taken,
  after: shown,
});

const unset = writeCommand({
  section: BY_HAND,
  name: "contract unset",
  does: `Have a method open to those to whom the contract is, as before anything was said of it. ${WHO}`,
  args: { contract },
  options: { ...ABI_OPTION, method: text(METHOD_FORMS, "method") },
  examples: [`contract unset ${CONTRACT} --method 'mint(address,uint256)'`],
  act: (actor, given) => {
    const method = parseMethod(given.method, abiOf(given));
    return setMethodAccess(actor, { address: given.contract, method, opening: { to: "as the contract", ...UNLISTED } });
  },
  takesRights: taken,
  after: shown,
});

const forget = writeCommand({
  section: BY_HAND,
  name: "contract forget-deployer",
  does: "Have the account that deployed a contract no longer say who may call it. Admins of its organisation or above.",
  args: { contract },
  examples: [`contract forget-deployer ${CONTRACT}`],
  act: (actor, given) => forgetDeployer(actor, { address: given.contract }),
  after: (network, given) => shown(network, { contract: given.contract, abi: undefined }),
});

export default group("contract", "contracts: who may call them, and which of their methods", [
  list,
  show,
  register,
  open,
  restrict,
  freeze,
  unset,
  forget,
]);
