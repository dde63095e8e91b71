import { writeFileSync } from "node:fs";
import path from "node:path";
import { SigningKey } from "ethers";
import { DEFAULT_LIMITS, DEFAULT_SWITCHES } from "../../src/network/network-file/file-schema.js";
import type { NetworkFile } from "../../src/network/network-file/network-file.js";

export const ADMINS = ["0xed9d02e382b34818e88b88a309c7fe71e65f419d", "0xca843569e3427144cead5e4d5999a3d0ccf92b8e"];

/** The enode id of the node whose key is made of these two hex digits. */
export function enodeIdOf(digits: string): string {
  return new SigningKey(`0x${digits.repeat(32)}`).publicKey.slice(4);
}

export function enodeUrl(digits: string, port: number): string {
  return `enode://${enodeIdOf(digits)}@127.0.0.1:${port}?discport=0`;
}

/** A small network; what is not given is as usual: one account and one node. */
export function aNetworkFile(guardian: string, other: Partial<NetworkFile> = {}): NetworkFile {
  return {
    guardian,
    adminOrg: "ADMINORG",
    networkAdminRole: "ADMIN",
    orgAdminRole: "ORGADMIN",
    accounts: ["0xed9d02e382b34818e88B88a309c7fe71E65f419d"],
    subOrgBreadth: 3,
    subOrgDepth: 4,
    nodes: [{ enodeId: enodeIdOf("ab"), ip: "127.0.0.1", port: 21000, raftPort: 0 }],
    ...DEFAULT_SWITCHES,
    ...DEFAULT_LIMITS,
    bootOperators: [],
    ...other,
  };
}

/** Writes a small network file with two nodes. */
export function writeNetworkFile(directory: string, guardian: string, { depth = 4, accounts = ADMINS } = {}): string {
  const file = path.join(directory, "network.json");
  const network = {
    ...aNetworkFile(guardian, { accounts, subOrgDepth: depth }),
    nodes: [enodeUrl("a1", 21000), enodeUrl("a2", 21001)],
  };
  writeFileSync(file, JSON.stringify(network, undefined, 2));
  return file;
}
