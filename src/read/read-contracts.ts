import type { IContractManager } from "../../typechain-types/interfaces/IContractManager.js";
import { ZeroAddress } from "ethers";
import { refusal } from "../errors/refusal.js";
import { openingName } from "../model/codes.js";
import type { ContractMethod, Opened, RegisteredContract } from "../model/records.js";
import type { Network } from "../network/network.js";
import { readPage } from "./decode-page.js";
import { type Named, pages, whole } from "./pages.js";

/** All contracts that are registered, in the order in which they were, page by page. */
export async function* contractPages({ contracts: { registry } }: Network): AsyncGenerator<RegisteredContract[]> {
  const found = pages((from, count) => readPage(registry, registry.getContractPage, from, count));
  for await (const page of found) yield page.map(toContract);
}

export const readContracts = (network: Network) => whole(contractPages(network));

/** The contract at this address; undefined where nobody has registered one. */
export async function readContract({ contracts }: Network, address: string): Promise<RegisteredContract | undefined> {
  const found = await contracts.registry.getContract(address);
  return found.orgId === "" ? undefined : toContract(found);
}

/** The same. Throws CONTRACT_NOT_REGISTERED. */
export async function findContract(network: Network, address: string): Promise<RegisteredContract> {
  const found = await readContract(network, address);
  if (found === undefined) throw refusal("CONTRACT_NOT_REGISTERED", { address });
  return found;
}

/** The methods of a contract of which something is said, in the order in which something was first said of them. */
export async function readMethods({ contracts }: Network, address: string): Promise<ContractMethod[]> {
  const all = await whole(pages((from, count) => contracts.registry.getMethodPage(address, from, count)));
  return all.map(toMethod).filter(({ opened }) => opened.to !== "as the contract");
}

/** A contract with the methods of which something is said. */
export interface ContractInFull {
  contract: RegisteredContract;
  methods: ContractMethod[];
}

/** Throws CONTRACT_NOT_REGISTERED. */
export async function readContractInFull(network: Network, address: string): Promise<ContractInFull> {
  return { contract: await findContract(network, address), methods: await readMethods(network, address) };
}

function toContract(record: Named<IContractManager.ContractInfoStructOutput>): RegisteredContract {
  const { target, orgId, deployer, opened, methods } = record;
  return {
    address: target,
    org: orgId,
    deployer: deployer === ZeroAddress ? null : deployer,
    opened: toOpened(opened),
    methods: Number(methods),
  };
}

function toMethod({ method, opened }: Named<IContractManager.MethodInfoStructOutput>): ContractMethod {
  return { selector: method, opened: toOpened(opened) };
}

function toOpened({ opening, orgs, roles, byVote }: IContractManager.OpenedStructOutput): Opened {
  return { to: openingName(opening), orgs: [...orgs], roles: [...roles], byVote };
}
