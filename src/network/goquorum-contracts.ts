import { id } from "ethers";

/** GoQuorum's own permission models. */
export type GoQuorumModel = "v1" | "v2";

/** A function that the interface of one model has, and that of the other has not. */
const TELLING = {
  v1: "addOrg(string,string,address)",
  v2: "addOrg(string,string,string,uint16,uint16,address)",
} as const satisfies Record<GoQuorumModel, string>;

/** Another one that both have. */
const COMMON = "getPendingOp(string)";

/** The model whose interface a contract is, of one that is not Portcullis's; undefined for anything else. */
export function goQuorumModelOf(code: string): GoQuorumModel | undefined {
  if (!compares(code, COMMON)) return undefined;
  return (["v1", "v2"] as const).find((model) => compares(code, TELLING[model]));
}

/** Whether the code compares a call with the selector of a function, as the compiler writes it: PUSH4 and the selector. */
function compares(code: string, signature: string): boolean {
  return code.toLowerCase().includes(`63${id(signature).slice(2, 10)}`);
}
