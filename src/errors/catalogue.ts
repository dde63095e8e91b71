import { CONTRACT_ERROR_TEXTS } from "./contract-texts.js";

/** All about a code. In braces stand the facts that an error of it carries; `{status|org}` and the like is a code in words. */
export interface Descriptor {
  /** Why it happens, where the sentence does not say it: for the page docs/errors.md. */
  readonly why?: string;
  /** The sentence; none where each place that throws it has one of its own. */
  readonly says?: string;
  /** The way out. */
  readonly hint: string;
}

/** All codes that the library itself gives an error; those of the contracts are in contract-texts.ts. */
export const CATALOGUE = {
  ACCOUNT_UNKNOWN: {
    why: "The account belongs to no organisation.",
    says: "{address} belongs to no organisation.",
    hint: "List the accounts, or give it a role first.",
  },
  ADMINS_DIFFER: {
    why: "The first network admins are not the ones that the file names: someone else has booted the network, or is about to.",
    says: "Among its network admins the network {differences}.",
    hint: "Find out who. If they are not intended, change them by vote, or start again in another output directory.",
  },
  ADMIN_NO_LONGER: {
    why: "The permission-config.json names an account that is no longer a network admin.",
    hint: "Nothing needs to be done: nodes use the list only to boot.",
  },
  ANSWERS_DIFFER: {
    why: "The implementation to be confirmed answers a question of nodes differently from the present one.",
    says: "The implementation {implementation} answers differently:\n{list}",
    hint: "It was not confirmed. If the changes are intended, confirm it with --allow-changes.",
  },
  BLOCK_TOO_SMALL: {
    why: "The largest contract needs more gas than a block holds.",
    says: "The block gas limit {blockGasLimit} has no room for the largest contract.",
    hint: "Raise the block gas limit to 10,000,000 or more (gasLimit in the genesis block, --miner.gastarget).",
  },
  BLOCK_TOO_SMALL_FOR_NODES: {
    why: "A GoQuorum node that boots a network sends each transaction with 47,000,000 gas, and stops if a block holds less.",
    hint: "Boot the network with the tools before the nodes read its permission-config.json; the tools send what is needed.",
  },
  BLOCK_UNKNOWN: {
    why: "The node does not have the requested block.",
    says: "The node has no block {block}.",
    hint: "Wait until the node has synchronised, or ask for an earlier block.",
  },
  BUG: {
    why: "The library reached a state that should be impossible.",
    hint: "Please report it, with the command and its output.",
  },
  CANCELLED: {
    why: "It was not confirmed, so nothing was sent.",
    says: "Nothing was sent.",
    hint: "Run the command again, with --yes to skip the question.",
  },
  CHAIN_ASKS_FOR_FEES: {
    why: "The chain has a base fee, but the tools send with gas price 0.",
    says: "This chain asks for fees, but the tools send with gas price 0.",
    hint: "Run the network with gas price 0, as GoQuorum does.",
  },
  CHAIN_REPLACED: {
    why: "The node's chain no longer has the blocks that were read from it: it was reset, or another chain runs at its URL.",
    says: "Block {block} of the chain is not the same as before.",
    hint: "Check that the node belongs to the network, and start again.",
  },
  CHAIN_TOO_OLD: {
    says: "The chain's EVM is older than Istanbul.",
    hint: 'Set "istanbulBlock": 0 in the genesis block.',
  },
  CHAIN_UNSUITABLE: {
    why: "The chain refuses the largest contract, for example because of its limit on code size.",
    hint: "Allow 24,576 bytes of code and blocks of 10,000,000 gas, as Ethereum does by default.",
  },
  CODE_DIFFERS: {
    why: "An address in the journal holds a different contract from the one that this version would have deployed.",
    says: "The contract at {address} is not the {name} that should have been deployed.",
    hint: "Deploy with the version that started the deployment, or start again in another output directory.",
  },
  CODE_OF_OTHER_VERSION: {
    why: "A contract's code is not that of this version of Portcullis: it comes from another version, or from somewhere else.",
    hint: "Check with the tools of the version that deployed it, or have the guardian upgrade the implementation.",
  },
  CONFIG_DIFFERS: {
    why: "The permission-config.json does not agree with the contracts.",
    hint: "Use the file that the deployment wrote, on every node.",
  },
  CONFIG_KEY_MISSING: {
    why: "The permission-config.json has only one of the two spellings of the upgradable contract's key. Nodes read upgrdableAddress, the documentation says upgradableAddress.",
    hint: "Write both, with the same address.",
  },
  CONFIG_KEY_UNKNOWN: {
    why: "The permission-config.json has a key that nodes do not read.",
    hint: "Correct its spelling, or remove it.",
  },
  CONFIG_NOT_ALLOWED: {
    why: "The permission-config.json is truncated, not JSON, or lacks something.",
    hint: "Use the file that the deployment wrote.",
  },
  CONTRACTS_CHANGED: {
    why: "A step of the deployment would now send something other than when the deployment was started.",
    says: '"{step}" would now send something other than when the deployment was started.',
    hint: "Use the version that started the deployment, or start again in another output directory.",
  },
  CONTRACT_OF_OTHER_SUITE: {
    why: "A contract that the permission-config.json names belongs to another network's suite, or to none.",
    hint: "Use the file that the deployment wrote; do not mix the files of two deployments.",
  },
  CONTRACT_PANICKED: {
    why: "A contract reached a state that should be impossible.",
    says: "The contract reached a state that should be impossible (panic {panic}).",
    hint: "This is a bug in the contract; please report it.",
  },
  CONTRACT_REVERTED: {
    why: "A contract refused with an error that this version does not know.",
    hint: "If the network has a newer implementation, use the tools of its version.",
  },
  DEPLOYMENT_RUNS: {
    why: "Another process is deploying into the same directory.",
    says: "{who} is deploying into the same directory{doubt}.",
    hint: "Wait for it, or remove {file} if that process is not a deployment.",
  },
  ENODE_NOT_ALLOWED: {
    why: "An enode URL is not well-formed.",
    hint: "Write enode://ID@IP:PORT as the node prints it.",
  },
  FILES_DIFFER: {
    why: "The permission-config.json and the network file belong to different networks.",
    says: "The network file and the permission-config.json differ in {different}.",
    hint: "Use the network file that was deployed, and the permission-config.json that its deployment wrote.",
  },
  FILE_EXISTS: {
    why: "The file or directory to be written already exists, with different content.",
    hint: "Name another place, or move the existing one away if no one needs it.",
  },
  FILE_NOT_READ: {
    why: "A file does not exist or cannot be read.",
    says: "Cannot read {file}.",
    hint: "Check the path.",
  },
  FILE_NOT_WRITTEN: {
    why: "A file or directory cannot be written.",
    says: "Cannot write {place}.",
    hint: "Check the path and its permissions: {reason}.",
  },
  FORMAT_NEWER: { why: "A file was written by a newer version of Portcullis.", hint: "Use the version that wrote it." },
  GAS_PRICE_ASKED: {
    why: "The node suggests a gas price, but the tools send with gas price 0.",
    hint: "Run the network with gas price 0, as GoQuorum does: --miner.gasprice 0.",
  },
  GUARDIAN_DIFFERS: {
    why: "The network file does not name the network's guardian.",
    hint: "If the office was handed over, write the new guardian into the file. If not, use the file that was deployed.",
  },
  GUARDIAN_IS_NETWORK_ADMIN: {
    why: "The guardian's account is also a network admin, so its key is in daily use.",
    hint: "Hand the guardian's office to an account whose key is kept separately.",
  },
  GUARDIAN_TRANSFER_OPEN: {
    why: "The guardian has proposed a successor, which becomes the guardian when it accepts.",
    hint: "Let it accept, or have the guardian propose the zero address to withdraw the proposal.",
  },
  HARDHAT_MISSING: {
    why: "A rehearsal runs in process and needs Hardhat, which the package does not include.",
    says: "An in-process chain needs Hardhat, which is not installed.",
    hint: "Name a node with --network, or run it in a checkout of Portcullis on Node 22.13 or newer.",
  },
  IMPLEMENTATION_REPLACED: {
    why: "The guardian has replaced the implementation since the permission-config.json was written.",
    hint: "Nothing needs to be done: nodes of model v2 do not call the address. A new file from bundle names the present one.",
  },
  INTERRUPTED: {
    why: "Ctrl-C was pressed while a transaction was pending.",
    hint: "Ask the node what became of it, as the message says, before you send anything again.",
  },
  JOURNAL_NOT_READ: {
    why: "deployment.json is not the journal of a deployment.",
    says: "{file} is not a deployment's journal.",
    hint: "Name another output directory.",
  },
  JOURNAL_OF_OTHER_CHAIN: {
    why: "The directory holds the journal of a deployment on another chain.",
    says: "{file} belongs to a deployment on another chain.",
    hint: "Name another output directory, or the node on which the deployment was started.",
  },
  JOURNAL_OF_OTHER_NETWORK: {
    why: "The directory holds the journal of another network's deployment on the same chain.",
    says: "{file} belongs to the deployment of another network, whose interface is {deployed}.",
    hint: "Name this network's own directory, or an empty one.",
  },
  KEYSTORE_NOT_OPENED: {
    why: "A file is not an encrypted keystore, or the password does not open it.",
    says: "The file {file} {flaw}.",
    hint: "Check the file and its password.",
  },
  KEY_NOT_ALLOWED: {
    why: "A value that should be a private key, such as PORTCULLIS_PRIVATE_KEY, is not one.",
    says: "{source} is not a private key.",
    hint: "A private key is 0x and 64 hex digits.",
  },
  LIMITS_DIFFER: {
    why: "The chain's breadth or depth of organisations differs from the network file: someone else is booting it too.",
    says: "The network has {has}, not {asked}.",
    hint: "Someone else did that, at the boot or later. Find out who, or start again in another output directory.",
  },
  MODEL_NOT_SUPPORTED: {
    why: "The permission-config.json is for permission model v1, which has different contracts.",
    hint: "This suite is model v2: use the file that its deployment wrote.",
  },
  NETWORK_FILE_CHANGED: {
    why: "The network file has changed since its deployment was started.",
    says: "The network file has changed since the deployment was started.",
    hint: "Undo {change}, or name another output directory to deploy another network.",
  },
  NETWORK_FILE_NOT_ALLOWED: {
    why: "The network file has mistakes; all of them are listed with line and column.",
    hint: "Correct them. Nothing was sent.",
  },
  NETWORK_NOT_LINKED: {
    why: "The contracts are deployed, but the guardian has not linked them yet.",
    says: "The guardian has not linked the contracts at {upgradable}.",
    hint: "Run the deployment again with the guardian's signature; it resumes where it stopped.",
  },
  NODE_AMBIGUOUS: {
    why: "Several nodes have an enode id that begins with these digits.",
    says: "{count} nodes have an enode id that begins with {digits}.",
    hint: "Give more digits.",
  },
  NODE_ANSWER_NOT_ALLOWED: {
    why: "The node's answer is not valid for the method that was called.",
    says: "The node's answer to {method} {flaw}.",
    hint: "Ask another node, or check this node's version and what is between it and the tools.",
  },
  NODE_BUSY: {
    why: "The node, or a proxy in front of it, kept refusing requests as too busy (HTTP 429 or 503).",
    says: "The node at {url} is too busy to answer (HTTP {status}).",
    hint: "Wait a little and try again, or ask another node.",
  },
  NODE_DIFFERS: {
    why: "The chain has one of the network file's nodes at another address: someone else is booting it too.",
    says: "The network has the node {has}, not {asked}.",
    hint: "Someone else did that, at the boot or later. Find out who, or start again in another output directory.",
  },
  NODE_FAILED: {
    why: "The node, or a proxy in front of it, failed (HTTP 500 and above), or its answer was cut short.",
    says: "The node at {url} {failure}.",
    hint: "Look at the log of the node, and of any proxy in front of it.",
  },
  NODE_FREE: {
    why: "The node belongs to no organisation.",
    says: "The node {enodeId|id} belongs to no organisation.",
    hint: "Add it to one: portcullis node add.",
  },
  NODE_NOT_APPROVED: {
    why: "A node in a list of nodes is not approved in the contracts, so others refuse its connections.",
    hint: "Have its organisation add or activate it, or remove it from the list.",
  },
  NODE_NOT_NAMED: {
    why: "The admin organisation has a node that the network file does not name: it was added at the boot or later.",
    hint: "Nothing needs to be done if a network admin added it; portcullis history says who did.",
  },
  NODE_OF_OTHER_ORG: {
    why: "GoQuorum nodes accept an account's transactions only at nodes of its own organisation.",
    says: "This node does not accept transactions of that account.",
    hint: "Send it through an approved node of the account's own organisation.",
  },
  NODE_REFUSED: { why: "The node answered a request with an error.", hint: "Read what it said; its log says more." },
  NODE_SYNCING: {
    why: "The node has not caught up with its network, so its answers are out of date.",
    hint: "Wait until eth_syncing answers false.",
  },
  NODE_TIMED_OUT: {
    why: "The node took longer to answer than allowed.",
    says: "The node at {url} did not answer within {seconds} s.",
    hint: "Check that the node is not overloaded and has synchronised, or allow it more time.",
  },
  NODE_UNAUTHORISED: {
    why: "The node, or a proxy in front of it, requires credentials, or rejected those given (HTTP 401 or 403).",
    says: "The node at {url} requires credentials, or rejected those given (HTTP {status}).",
    hint: "Write user and password into the URL: http://USER:PASSWORD@HOST:PORT.",
  },
  NODE_UNREACHABLE: {
    why: "Nothing answers at the URL, or the connection breaks.",
    says: "No JSON-RPC node answers at {url}.",
    hint: "Check that the node runs with its HTTP-RPC server enabled, and that address and port are right.",
  },
  NODE_URL_DIFFERS: {
    why: "A list gives a different URL for a node from the contracts, and nodes compare URLs as text.",
    hint: "Write the URL as the contracts have it.",
  },
  NONCE_TAKEN: {
    why: "Another transaction of the same account took the nonce meant for this one, so this one was not sent.",
    says: "Nothing was sent: another transaction of {from} has the nonce {nonce}.",
    hint: "Someone or something else is sending from this account: find out what was sent, then run the same command again.",
  },
  NOT_AN_IMPLEMENTATION: {
    why: "The contract to be confirmed does not say which suite it belongs to, so it is not an implementation.",
    says: "The contract at {address} is {which}not an implementation.",
    hint: "Name one that was deployed for this network, with upgrade --deploy-only, or leave --implementation out.",
  },
  NOT_AN_INTERFACE: {
    why: "A different contract is at the interface's address.",
    says: "The contract at {interface} is not a network's interface.",
    hint: "Check that node and permission-config.json belong to the same network.",
  },
  NOT_A_NODE: {
    why: "What answers at the URL does not speak JSON-RPC: it is a web page or another service.",
    hint: "Check host, port and path.",
  },
  NOT_BOOTED: {
    why: "The network is deployed but has not booted: it has no network admins yet, and permits everything.",
    hint: "Boot it with a boot operator's signature, or let the first node do it.",
  },
  NO_CONTRACT: {
    why: "There is no contract at an address in the permission-config.json.",
    hint: "Check that node and permission-config.json belong to the same network.",
  },
  NO_NEW_BLOCKS: {
    why: "The chain has made no block for a while.",
    hint: "Check that the validators are running and can reach each other.",
  },
  ONE_NETWORK_ADMIN: {
    why: "The network has only one network admin: if that key is lost, nothing can be decided; if it is stolen, the thief can decide everything.",
    hint: "Appoint two more by vote.",
  },
  PASSWORD_MISSING: {
    why: "A keystore file needs a password.",
    says: "The keystore file {file} needs a password.",
    hint: "Name a password file, or set PORTCULLIS_PASSWORD.",
  },
  PROPOSAL_EXPIRES_SOON: { why: "An open proposal expires within a week.", hint: "Vote on it, or let it expire." },
  PROPOSAL_UNKNOWN: {
    why: "There is no proposal of that number.",
    says: "There is no proposal {id}.",
    hint: "List the proposals that are open.",
  },
  RULE_ASKS_TOO_MUCH: {
    why: "A voting rule requires more votes than there are network admins, so all of them must agree.",
    hint: "Appoint more network admins, or change the rule by vote.",
  },
  RULE_FORBIDS: {
    why: "A voting rule forbids an operation.",
    hint: "If that is not intended, change the rule by vote.",
  },
  SENDER_NOT_ALLOWED: {
    says: "The network does not let this account send the transaction.",
    hint: "This depends on its status and role; ask an admin of its organisation.",
  },
  SENDING_UNCERTAIN: {
    why: "The connection failed while a transaction was sent, and the node does not say what became of it.",
    hint: "Ask the node for the transaction, or for the account's transaction count, before you send anything again.",
  },
  SIGNER_MISSING: {
    why: "None of the given signers may sign it, or the node does not hold the account's key.",
    hint: "Unlock the account in the node, or sign with a keystore file or a key in the environment.",
  },
  STATIC_NODES_NOT_ALLOWED: {
    why: "A static-nodes.json or permissioned-nodes.json has mistakes; all of them are listed with line and column.",
    hint: "Correct them, or use the file that a node runs with.",
  },
  STEP_WITHOUT_EFFECT: {
    why: "A step of a deployment was executed, but the chain does not show it.",
    says: '"{step}" was executed, but the chain does not show it.',
    hint: "Look at the transaction; another account may have changed the same thing.",
  },
  TIMED_OUT: {
    why: "What the command waited for did not happen in time.",
    hint: "Check that the network makes blocks. A transaction that the message names may still be executed: look for it first.",
  },
  TRANSACTION_FAILED: {
    why: "A transaction failed without a reason.",
    says: "The transaction {hash} failed without a reason.",
    hint: "It may have run out of gas, or the state changed before it was executed. Try again.",
  },
  URL_NOT_ALLOWED: { says: "The node's address is not an http URL.", hint: "Write it like http://127.0.0.1:22000." },
  USAGE: { why: "The command was used wrongly.", hint: "Its --help shows how to use it." },
} as const satisfies Record<string, Descriptor>;

/** What tells errors apart: a code of the library, or the name of a contract's error. */
export type ErrorCode = keyof typeof CATALOGUE | keyof typeof CONTRACT_ERROR_TEXTS;
