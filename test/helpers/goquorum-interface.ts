import { FunctionFragment } from "ethers";
import { REFERENCE_ABI } from "../data/abi-v2.js";
import { runSolc } from "../../tools/shared/solc.js";

const V1 = [
  "function getPermissionsImpl() view returns (address)",
  "function getNetworkBootStatus() view returns (bool)",
  "function addOrg(string,string,address)",
  "function getPendingOp(string) view returns (string,string,address,uint256)",
];

const FRAGMENTS = { v1: V1, v2: REFERENCE_ABI.PermissionsInterface.filter((each) => each.startsWith("function")) };

interface Compiled {
  contracts: { stub: { Stub: { evm: { deployedBytecode: { object: string } } } } };
}

/** The code of a contract with the functions of GoQuorum's own interface, which do nothing. */
export function codeOfGoQuorumInterface(model: "v1" | "v2"): string {
  const content = `pragma solidity ^0.8.0; contract Stub { ${FRAGMENTS[model].map(inSolidity).join(" ")} }`;
  const settings = { evmVersion: "istanbul", outputSelection: { "*": { "*": ["evm.deployedBytecode.object"] } } };
  const made = runSolc({ language: "Solidity", sources: { stub: { content } }, settings }) as Compiled;
  return `0x${made.contracts.stub.Stub.evm.deployedBytecode.object}`;
}

function inSolidity(text: string): string {
  const { name, inputs, outputs } = FunctionFragment.from(text);
  const listed = (types: typeof inputs, where: string): string =>
    types.map(({ type }) => (type === "string" || type === "bytes" ? `${type} ${where}` : type)).join(", ");
  const returns = outputs.length === 0 ? "" : ` returns (${listed(outputs, "memory")})`;
  return `function ${name}(${listed(inputs, "calldata")}) external${returns} {}`;
}
