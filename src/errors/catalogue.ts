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
    "The network admins with whom the network began are not those that the file names: somebody else has booted it, or is about to.",
    "Find out who did. If they are not meant, change them by vote, or begin anew in another output directory.",
  ],
  ADMIN_NO_LONGER: [
    "The permission-config.json names an account that is no network admin any more.",
    "Nothing has to be done: nodes use the list only to boot.",
  ],
  ANSWERS_DIFFER: [
    "The implementation that is to be confirmed answers a question of nodes otherwise than the present one.",
    "If that is what the upgrade is for, say so with --allow-changes; otherwise do not confirm it.",
  ],
  BLOCK_TOO_SMALL: [
    "The largest contract needs more gas than a block holds.",
    "Raise gasLimit in the genesis block, or start the nodes with a higher --miner.gastarget.",
  ],
  BLOCK_TOO_SMALL_FOR_NODES: [
    "A GoQuorum node that boots a network sends each transaction with 47,000,000 gas, and stops where a block holds less.",
    "Boot the network with the tools before the nodes read its permission-config.json; the tools send what is needed.",
  ],
  BLOCK_UNKNOWN: [
    "The node does not have a block that is asked for.",
    "Wait until the node has synchronised; or ask for an earlier block.",
  ],
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
  CODE_OF_OTHER_VERSION: [
    "A contract's code is not that of this version of Portcullis: it is another version's, or anybody's.",
    "Check with the tools of the version that it was deployed with; or have the guardian upgrade the implementation.",
  ],
  CONFIG_DIFFERS: [
    "The permission-config.json says something else than the contracts.",
    "Take the file that the deployment wrote, on every node.",
  ],
  CONFIG_KEY_MISSING: [
    "The permission-config.json has one of the two spellings of the upgradable contract's key. Nodes read upgrdableAddress, documents say upgradableAddress.",
    "Write both, with the same address.",
  ],
  CONFIG_KEY_UNKNOWN: [
    "The permission-config.json has a key that nodes do not read.",
    "Correct its spelling, or take it out.",
  ],
  CONFIG_NOT_ALLOWED: [
    "The permission-config.json is truncated, not JSON, or lacks something.",
    "Take the file that the deployment wrote.",
  ],
  CONTRACTS_CHANGED: [
    "A step of a deployment would now send something else than it was begun with.",
    "Use the version that the deployment was begun with, or begin anew in another output directory.",
  ],
  CONTRACT_OF_OTHER_SUITE: [
    "A contract that the permission-config.json names belongs to another network's suite, or to none.",
    "Take the file that the deployment wrote; do not mix those of two deployments.",
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
  FILES_DIFFER: [
    "The permission-config.json and the network file are not of the same network.",
    "Take the two files of one deployment.",
  ],
  FILE_EXISTS: [
    "What is to be written is there already, and says something else.",
    "Name another place; or move away what is there, if nobody needs it.",
  ],
  FILE_NOT_READ: ["A file does not exist or may not be read.", "Check the path and its permissions."],
  FILE_NOT_WRITTEN: ["A file or directory cannot be written.", "Check the path and its permissions."],
  FORMAT_NEWER: ["A file was written by a newer version of Portcullis.", "Use the version that wrote it."],
  GAS_PRICE_ASKED: [
    "The node suggests a gas price, and the tools send with gas price 0.",
    "Run the network with gas price 0, as GoQuorum does: --miner.gasprice 0.",
  ],
  GUARDIAN_DIFFERS: [
    "The network file names another guardian than the network has.",
    "If the office was handed on, write the new guardian into the file. If not, take the file that was deployed.",
  ],
  GUARDIAN_IS_NETWORK_ADMIN: [
    "The guardian's account is a network admin too, so its key is in daily use.",
    "Hand the guardian's office to an account whose key is kept apart.",
  ],
  GUARDIAN_TRANSFER_OPEN: [
    "The guardian has proposed another one, which may act as soon as it accepts.",
    "Let it accept; or have the guardian propose the zero address to take it back.",
  ],
  HARDHAT_MISSING: [
    "A rehearsal runs on a chain inside the process, which is Hardhat's; the package does not bring it.",
    "Name a node with --network, or rehearse in a checkout of Portcullis.",
  ],
  IMPLEMENTATION_REPLACED: [
    "The guardian has replaced the implementation since the permission-config.json was written.",
    "Nothing has to be done: nodes of model v2 do not call the address. A new file from bundle names the present one.",
  ],
  INTERRUPTED: [
    "Ctrl-C was pressed while a transaction was on its way.",
    "Ask the node what became of it, as the message says, before anything is sent again.",
  ],
  JOURNAL_NOT_READ: ["deployment.json is not the journal of a deployment.", "Name another output directory."],
  JOURNAL_OF_OTHER_CHAIN: [
    "The directory holds the journal of a deployment on another chain.",
    "Name another output directory, or the node that the deployment was begun with.",
  ],
  JOURNAL_OF_OTHER_NETWORK: [
    "The directory holds the journal of another network's deployment on the same chain.",
    "Name the directory of this network's deployment, or an empty one.",
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
  MODEL_NOT_SUPPORTED: [
    "The permission-config.json is for permission model v1, whose contracts are others.",
    "This suite is model v2: take the file that its deployment wrote.",
  ],
  NETWORK_FILE_CHANGED: [
    "The network file has changed since its deployment was begun.",
    "Take back the change; or name another output directory to deploy another network.",
  ],
  NETWORK_FILE_NOT_ALLOWED: [
    "The network file has mistakes; all of them are listed with line and column.",
    "Correct them. Nothing was sent.",
  ],
  NETWORK_NOT_LINKED: [
    "The contracts are deployed, and the guardian has not linked them yet.",
    "Run the deployment again with the guardian's signature: it goes on where it stopped.",
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
  NODE_FAILED: [
    "The node, or a proxy before it, failed (HTTP 500 and above), or its answer was cut short.",
    "Look into their logs.",
  ],
  NODE_FREE: ["The node belongs to no organisation.", "An admin of an organisation adds it."],
  NODE_NOT_APPROVED: [
    "A node in a list of nodes is not approved in the contracts, so others refuse its connections.",
    "Have its organisation add or activate it; or take it off the list.",
  ],
  NODE_NOT_NAMED: [
    "The admin organisation has a node that the network file does not name: it was added at the boot or since.",
    "Nothing has to be done if a network admin added it; portcullis history tells who did.",
  ],
  NODE_OF_OTHER_ORG: [
    "GoQuorum nodes take transactions of an account only at nodes of the account's own organisation.",
    "Send it through an approved node of that organisation.",
  ],
  NODE_REFUSED: ["The node answered a request with an error.", "Read what it said; its log says more."],
  NODE_SYNCING: [
    "The node has not caught up with its network, so what it answers is old.",
    "Wait until eth_syncing answers false.",
  ],
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
  NODE_URL_DIFFERS: [
    "A list names a node by another URL than the contracts do, and nodes compare URLs as texts.",
    "Write the URL as the contracts have it.",
  ],
  NONCE_TAKEN: [
    "Another transaction of the same account took the number that this one was to have, so nothing of this one was sent.",
    "Somebody or something else sends from this account: see what it sent, then run the same command again.",
  ],
  NOT_AN_IMPLEMENTATION: [
    "The contract that is to be confirmed does not say to which suite it belongs, so it is no implementation.",
    "Name one that was deployed for this network, with upgrade --deploy-only, or leave --implementation out.",
  ],
  NOT_AN_INTERFACE: [
    "At the interface's address there is another contract.",
    "Check that node and permission-config.json belong to the same network.",
  ],
  NOT_A_NODE: [
    "What answers at the URL does not speak JSON-RPC: a web page or another service.",
    "Check host, port and path.",
  ],
  NOT_BOOTED: [
    "The network is deployed and has not booted: it has no network admins yet, and permits everything.",
    "Boot it with a boot operator's signature, or let the first node do it.",
  ],
  NO_CONTRACT: [
    "At an address of the permission-config.json there is no contract.",
    "Check that node and permission-config.json belong to the same network.",
  ],
  NO_NEW_BLOCKS: ["The chain has made no block for a while.", "Look whether the validators run and see each other."],
  ONE_NETWORK_ADMIN: [
    "The network has one network admin: if that key is lost, nothing can be decided any more, and if it is stolen, everything can.",
    "Appoint two more by vote.",
  ],
  PASSWORD_MISSING: ["A keystore file needs a password.", "Name a password file, or set PORTCULLIS_PASSWORD."],
  PROPOSAL_EXPIRES_SOON: ["An open proposal expires within a week.", "Vote on it, or let it expire."],
  PROPOSAL_UNKNOWN: ["There is no proposal of that number.", "List the proposals."],
  RULE_ASKS_TOO_MUCH: [
    "A voting rule asks for more votes than there are network admins, so all of them must agree.",
    "Appoint more network admins, or change the rule by vote.",
  ],
  RULE_FORBIDS: ["A voting rule forbids an operation.", "If that is not meant, change the rule by vote."],
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
  STATIC_NODES_NOT_ALLOWED: [
    "A static-nodes.json or permissioned-nodes.json has mistakes; all of them are listed with line and column.",
    "Correct them, or take the file that a node runs with.",
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
