import { CONTRACT_ERROR_TEXTS } from "./contract-texts.js";

/** Why something was refused, and the way out: what the page docs/errors.md says of a code. */
type Entry = readonly [why: string, wayOut: string];

/** All codes that the library itself gives an error; those of the contracts are in contract-texts.ts. */
export const CATALOGUE = {
  ACCOUNT_UNKNOWN: [
    "The account belongs to no organisation.",
    "List the accounts; an admin of an organisation gives it a role.",
  ],
  ADMINS_DIFFER: [
    "Before the boot ends, the chain has a network admin that the network file does not name: somebody else boots it too.",
    "Find out who added the account. If it should not be there, begin anew in another output directory.",
  ],
  ANSWERS_DIFFER: [
    "The implementation that is to be confirmed answers a question of nodes otherwise than the present one.",
    "If that is what the upgrade is for, say so with --allow-changes; otherwise do not confirm it.",
  ],
  BLOCK_TOO_SMALL: [
    "The largest contract needs more gas than a block holds.",
    "Raise gasLimit in the genesis block, or start the nodes with a higher --miner.gastarget.",
  ],
  BLOCK_UNKNOWN: ["The node does not have a block that it must have.", "Wait until the node has synchronised."],
  BUG: ["The library was in a state that it was not made for.", "Please report it, with the command and its output."],
  CANCELLED: [
    "It was not confirmed, so nothing was sent.",
    "Run the command again, with --yes if nobody is to be asked.",
  ],
  CHAIN_ASKS_FOR_FEES: [
    "The chain has a base fee, and the tools send with gas price 0.",
    "Run the network with gas price 0, as GoQuorum does.",
  ],
  CHAIN_REPLACED: [
    "The node's chain has no longer the blocks that were read from it: it was reset, or another chain runs at its URL.",
    "Check that the node belongs to the network, and begin anew.",
  ],
  CHAIN_TOO_OLD: ["The chain's EVM is older than Istanbul.", 'Set "istanbulBlock": 0 in the genesis block.'],
  CHAIN_UNSUITABLE: [
    "The chain refuses the largest contract, for example because of its limit on code size.",
    "Allow 24,576 bytes of code and blocks of 10,000,000 gas, the defaults of Ethereum.",
  ],
  CODE_DIFFERS: [
    "At an address that the journal names there is another contract than this version would have deployed.",
    "Go on with the version that the deployment was begun with, or begin anew in another output directory.",
  ],
  CONFIG_NOT_ALLOWED: [
    "The permission-config.json is truncated, not JSON, or lacks something.",
    "Take the file that the deployment wrote.",
  ],
  CONTRACTS_CHANGED: [
    "A step of a deployment would now send something else than it was begun with.",
    "Use the version that the deployment was begun with, or begin anew in another output directory.",
  ],
  CONTRACT_PANICKED: ["A contract met something that it was not made for.", "This is a bug; please report it."],
  CONTRACT_REVERTED: [
    "A contract refused without an error that this version knows.",
    "If the network has a newer implementation, use the tools of its version.",
  ],
  DEPLOYMENT_RUNS: [
    "Another process is deploying into the same directory.",
    "Wait for it; or remove the lock file if no such process is a deployment.",
  ],
  ENODE_NOT_ALLOWED: ["An enode URL is not well-formed.", "Write enode://ID@IP:PORT as the node prints it."],
  FILE_NOT_READ: ["A file does not exist or may not be read.", "Check the path and its permissions."],
  JOURNAL_NOT_READ: ["deployment.json is not the journal of a deployment.", "Name another output directory."],
  JOURNAL_OF_OTHER_CHAIN: [
    "The directory holds the journal of a deployment on another chain.",
    "Name another output directory, or the node that the deployment was begun with.",
  ],
  KEYSTORE_NOT_OPENED: [
    "A file is no encrypted keystore, or does not open with the password.",
    "Check the file and its password.",
  ],
  KEY_NOT_ALLOWED: [
    "What should be a private key, as in PORTCULLIS_PRIVATE_KEY, is none.",
    "It has 0x and 64 hex digits.",
  ],
  LIMITS_DIFFER: [
    "The chain has another breadth or depth of organisations than the network file: somebody else boots it too.",
    "Find out who; or begin anew in another output directory.",
  ],
  NETWORK_FILE_CHANGED: [
    "The network file has changed since its deployment was begun.",
    "Take back the change; or name another output directory to deploy another network.",
  ],
  NETWORK_FILE_NOT_ALLOWED: [
    "The network file has mistakes; all of them are listed with line and column.",
    "Correct them. Nothing was sent.",
  ],
  NODE_AMBIGUOUS: ["Several nodes have an enode id that begins alike.", "Give more of its digits."],
  NODE_ANSWER_NOT_ALLOWED: [
    "The node answered something that the method it was asked for never answers.",
    "Ask another node; check what stands between the tools and this one, and its version.",
  ],
  NODE_BUSY: [
    "The node, or a proxy before it, took no request for as long as it was asked (HTTP 429 or 503).",
    "Wait a little and try again, or ask another node.",
  ],
  NODE_DIFFERS: [
    "The chain has one of the network file's nodes at another address: somebody else boots it too.",
    "Find out who; or begin anew in another output directory.",
  ],
  NODE_FREE: ["The node belongs to no organisation.", "An admin of an organisation adds it."],
  NODE_FAILED: [
    "The node, or a proxy before it, failed (HTTP 500 and above), or its answer was cut short.",
    "Look into their logs.",
  ],
  NODE_OF_OTHER_ORG: [
    "GoQuorum nodes take transactions of an account only at nodes of the account's own organisation.",
    "Send it through an approved node of that organisation.",
  ],
  NODE_REFUSED: ["The node answered a request with an error.", "Read what it said; its log says more."],
  NODE_TIMED_OUT: [
    "The node took longer for an answer than is allowed.",
    "Check that the node is not overloaded and has synchronised; or allow it more time.",
  ],
  NODE_UNAUTHORISED: [
    "The node, or a proxy before it, asks for credentials, or does not accept those given (HTTP 401 or 403).",
    "Write user and password into the URL: http://USER:PASSWORD@HOST:PORT.",
  ],
  NODE_UNREACHABLE: [
    "Nothing answers at the URL, or the connection breaks.",
    "Check that the node runs with its HTTP-RPC server on, and that address and port are right.",
  ],
  NONCE_TAKEN: [
    "Another transaction of the same account took the number that this one was to have, so nothing of this one was sent.",
    "Somebody or something else sends from this account: see what it sent, then run the same command again.",
  ],
  NOT_A_NODE: [
    "What answers at the URL does not speak JSON-RPC: a web page or another service.",
    "Check host, port and path.",
  ],
  NOT_AN_INTERFACE: [
    "At the interface's address there is another contract.",
    "Check that node and permission-config.json belong to the same network.",
  ],
  NO_CONTRACT: [
    "At the interface's address there is no contract.",
    "Check that node and permission-config.json belong to the same network.",
  ],
  PASSWORD_MISSING: ["A keystore file needs a password.", "Name a password file, or set PORTCULLIS_PASSWORD."],
  PROPOSAL_UNKNOWN: ["There is no proposal of that number.", "List the proposals."],
  SENDER_NOT_ALLOWED: [
    "The network does not let this account send the transaction.",
    "Its status, its role and its organisation decide; ask an admin of its organisation.",
  ],
  SENDING_UNCERTAIN: [
    "The connection failed while a transaction was sent, and the node does not tell what became of it.",
    "Ask the node for the transaction, or for the account's transaction count, before anything is sent again.",
  ],
  SIGNER_MISSING: [
    "Nobody who may sign it signs here, or the node does not hold the account's key.",
    "Unlock the account in the node, or sign with a keystore file or a key in the environment.",
  ],
  STEP_WITHOUT_EFFECT: [
    "A step of a deployment was executed, but the chain does not show it.",
    "Look at the transaction; another account may have changed the same thing.",
  ],
  TIMED_OUT: [
    "What was waited for did not happen in time.",
    "Check that the network makes blocks. A transaction that the message names may still be executed: look for it first.",
  ],
  TRANSACTION_FAILED: [
    "A transaction failed without a reason.",
    "It may have run out of gas, or the state changed before it was executed. Try again.",
  ],
  URL_NOT_ALLOWED: ["The node's address is not an http URL.", "Write it as in http://127.0.0.1:22000."],
  USAGE: ["The command was called wrongly.", "Its --help shows how to call it."],
} as const satisfies Record<string, Entry>;

/** What tells errors apart: a code of the library, or the name of a contract's error. */
export type ErrorCode = keyof typeof CATALOGUE | keyof typeof CONTRACT_ERROR_TEXTS;
