import { PortcullisError } from "../errors/error.js";
import { refusal } from "../errors/refusal.js";
import { unknownMethod } from "./rpc-error.js";

type Means = (cause: unknown) => PortcullisError;

/** What nodes say when they refuse, and what it means: as GoQuorum 21.1 to 24.4 words it, geth to this day, Besu, anvil and
 *  Hardhat. The first that fits counts. */
const NODE_REFUSALS: readonly (readonly [says: RegExp, means: Means])[] = [
  [
    /account does not have permission|read only account/i,
    (cause) => refusal("SENDER_NOT_ALLOWED", { cause: "saidByNode" }, { cause }),
  ],
  [
    /cannot send transaction from this node/i,
    (cause) => refusal("NODE_OF_OTHER_ORG", { cause: "saidByNode" }, { cause }),
  ],
  [/authentication needed/i, (cause) => refusal("SIGNER_MISSING", { cause: "locked" }, { cause })],
  [
    /account unlock with http access is forbidden/i,
    (cause) => refusal("SIGNER_MISSING", { cause: "unlockForbidden" }, { cause }),
  ],
  [/unknown account|no signer available/i, (cause) => refusal("SIGNER_MISSING", { cause: "notInNode" }, { cause })],
  [
    /gas ?price (?:not|must be)(?: set to)? (?:0|zero)/i,
    (cause) => refusal("GAS_PRICE_NOT_ALLOWED", { cause: "notZero" }, { cause }),
  ],
  [
    /(?<!replacement )transaction underpriced|(?:fee|price)\b.*\b(?:below|too low|less than|lower than)/i,
    (cause) => refusal("GAS_PRICE_NOT_ALLOWED", { cause: "tooLow" }, { cause }),
  ],
  [/exceeds the configured cap/i, (cause) => refusal("GAS_PRICE_NOT_ALLOWED", { cause: "aboveCap" }, { cause })],
  [
    /insufficient (?:funds|balance)|(?:not|n't) have enough funds|upfront cost exceeds/i,
    (cause) => refusal("INSUFFICIENT_FUNDS", { cause: "saidByNode" }, { cause }),
  ],
  [
    /exceeds (?:the )?block gas limit|intrinsic gas too high|transaction gas limit .*exceed/i,
    (cause) => refusal("GAS_LIMIT_NOT_ALLOWED", { cause: "aboveBlock" }, { cause }),
  ],
  [/intrinsic gas (?:too low|exceeds)/i, (cause) => refusal("GAS_LIMIT_NOT_ALLOWED", { cause: "tooLow" }, { cause })],
  [/only replay-protected/i, (cause) => refusal("SIGNATURE_NOT_ALLOWED", { cause: "notProtected" }, { cause })],
  [
    /invalid sender|chain ?id\b.*(?:invalid|match|for signer)|(?:invalid|wrong|incompatible) (?:chain ?id|eip-?155)/i,
    (cause) => refusal("SIGNATURE_NOT_ALLOWED", { cause: "otherChain" }, { cause }),
  ],
];

/** What a node's refusal means; undefined when it is none of the usual ones. */
export function meaningOfRefusal(said: string, cause: unknown): PortcullisError | undefined {
  if (unknownMethod(cause) !== undefined) return refusal("METHOD_NOT_OFFERED", { said }, { cause });
  return NODE_REFUSALS.find(([says]) => says.test(said))?.[1](cause);
}
