import { topOf } from "../model/org-id.js";
import type { Account, Opened } from "../model/records.js";
import { Deploying } from "../model/solidity-constants.js";
import { type Method, methodInWords } from "../network/method.js";
import type { Network } from "../network/network.js";
import type { SendQuestion } from "./checks.js";
import { type Obstacle, remedy } from "./obstacle.js";
import { openingInWords } from "./opening-in-words.js";
import { readContract, readMethods } from "./read-contracts.js";
import { keyOf } from "./read-records.js";

/** What decides who may call a contract, or a method of it. */
interface Said {
  /** "The contract 0x… of ORG1". */
  what: string;
  org: string;
  address: string;
  opened: Opened;
}

/** As the contracts look it up: a frozen contract is closed with all its methods. Undefined where nobody has registered it. */
async function readSaid(network: Network, address: string, method: Method | undefined): Promise<Said | undefined> {
  const contract = await readContract(network, address);
  if (contract === undefined) return undefined;
  const { org, opened } = contract;
  const whole = { what: `The contract ${address} of ${org}`, org, address, opened };
  if (method === undefined || opened.to === "nobody" || contract.methods === 0) return whole;
  const part = (await readMethods(network, address)).find(({ selector }) => selector === method.selector);
  if (part === undefined) return whole;
  const what = `The method ${methodInWords(method)} of the contract ${address} of ${org}`;
  return { ...whole, what, opened: part.opened };
}

/** To whom the contract that is called, or its method, is open; nothing where nobody has registered it. */
export async function openingSentences(network: Network, { kind, to, method }: SendQuestion): Promise<string[]> {
  if (kind === "deploy" || to === undefined || isGovernment(network, to)) return [];
  const said = await readSaid(network, to, method);
  return said === undefined ? [] : [`${said.what} is ${openingInWords(said.opened)}.`];
}

/** These are open whatever is said of them. */
export function isGovernment({ addresses }: Network, address: string): boolean {
  return address === addresses.PermissionsInterface || address === addresses.PermissionsUpgradable;
}

/** Why an account whose role covers a transaction may not send it. */
export async function contractObstacles(
  network: Network,
  account: Account,
  question: SendQuestion,
): Promise<Obstacle[]> {
  if (question.kind === "deploy") return deployingObstacles(network, topOf(account.org));
  if (question.to === undefined) return [];
  const said = await readSaid(network, question.to, question.method);
  return said === undefined ? [unregistered(question.to)] : [closed(said, account)];
}

function unregistered(address: string): Obstacle {
  return {
    why: `The contract ${address} is not registered, and the network closes those that are not.`,
    wayOut: remedy("The account that deployed it can register it, and so can network admins by vote.", {
      name: "register-contract",
      subject: address,
    }),
  };
}

function closed({ what, org, address, opened }: Said, { org: own, role }: Account): Obstacle {
  const whose = opened.to === "listed" ? `, and the account is of ${own}, with the role ${role}` : "";
  return {
    why: `${what} is ${openingInWords(opened)}${whose}.`,
    wayOut: opened.byVote
      ? remedy("A vote has said so, and another vote alone can change it, as a change of a resolution.", {
          name: "propose-resolution",
        })
      : remedy(`An admin of ${org} can open it.`, { name: "open-contract", subject: address }),
  };
}

async function deployingObstacles({ contracts }: Network, top: string): Promise<Obstacle[]> {
  const [place] = await contracts.orgs.getOrganisation(keyOf(top));
  const own = Number(await contracts.registry.deployingOf(place));
  const whole = Number(await contracts.registry.deployingOf(0));
  const wayOut = remedy("Network admins can let it by vote.", { name: "change-setting" });
  if (own === Deploying.RESTRICTED) return [{ why: `${top} may not deploy contracts.`, wayOut }];
  if (own === Deploying.FREE || whole !== Deploying.RESTRICTED) return [];
  return [{ why: `Only organisations that a vote lets may deploy contracts, and ${top} is none of them.`, wayOut }];
}
