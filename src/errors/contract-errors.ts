import { type ErrorDescription, Interface } from "ethers";
import { CodeStorage__factory } from "../../typechain-types/factories/libraries/CodeStorage__factory.js";
import { EnodeId__factory } from "../../typechain-types/factories/libraries/EnodeId__factory.js";
import { Names__factory } from "../../typechain-types/factories/libraries/Names__factory.js";
import { once } from "../util/once.js";
import { INTERFACES } from "../model/contracts.js";
import type { PortcullisError } from "./error.js";
import { type ContractErrorName, refusal, type FactsOf } from "./refusal.js";

/** All custom errors of the suite: of its interfaces, and of the libraries that its modules use. */
export const contractErrors = once(
  () =>
    new Interface(
      [...Object.values(INTERFACES), CodeStorage__factory, EnodeId__factory, Names__factory].flatMap(({ abi }) =>
        new Interface(abi).fragments.filter(({ type }) => type === "error"),
      ),
    ),
);

/** The error that revert data stands for; undefined when it is none that is known. */
export function decodeRevert(data: string, cause?: unknown): PortcullisError | undefined {
  const known = contractErrors().parseError(data);
  if (known === null) return undefined;
  if (known.name === "Error") return withReason(String(known.args[0]), cause);
  if (known.name === "Panic") return withPanic(known.args[0] as bigint, cause);
  return explain(known, cause);
}

function withReason(reason: string, cause: unknown): PortcullisError {
  return refusal("CONTRACT_REVERTED", { reason }, { cause });
}

function withPanic(panic: bigint, cause: unknown): PortcullisError {
  return refusal("CONTRACT_PANICKED", { panic: `0x${panic.toString(16)}` }, { cause });
}

function explain(error: ErrorDescription, cause: unknown): PortcullisError {
  return refusal(error.name as ContractErrorName, error.args.toObject() as FactsOf<ContractErrorName>, { cause });
}
