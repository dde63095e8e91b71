import { CONTRACT_ERROR_TEXTS } from "./contract-texts.js";
import type { Descriptor } from "./descriptor.js";
import { FINDING_TEXTS } from "./finding-texts.js";

/** What two codes, or two causes of one, have in common. */
const ASK_FOR_HASH =
  'Before you send anything again, ask the node with eth_getTransactionByHash ["{hash}"]; an answer means that it was sent.';
const ASK_FOR_NONCE =
  'Before you send anything again, ask the node with eth_getTransactionCount ["{from}", "pending"]; more than {nonce} means that it was sent.';
const CONFIG_FILE = { says: "{file} is not a permission-config.json of this suite. {what|sentences}" } as const;
const DOUBT_OF_HASH = "The transaction {hash} may or may not have been sent";
const DOUBT_OF_NONCE = "The transaction with nonce {nonce} of {from} may or may not have been sent";
const MISTAKES = "{file} has {count}:\n{list|lines}";
const MISSING = "The network never had the network admins {missing}, which the file names";
const NETWORK_FILE_HAS_CHANGED = "The network file has changed since the deployment was started.";
const NODE_IS_BUSY = "The node at {url} is too busy to answer (HTTP {status}).";
const SAFE_ORDER = `Take the right away in this order, so that no node is asked about these accounts meanwhile:
  1. Stop what sends from these accounts.
  2. At the nodes of their organisation, let no one submit for them: lock the accounts, and close JSON-RPC to the application.
  3. Wait until no pool has a transaction of theirs, and until five more blocks have been made (on Raft: ten seconds).
  4. Send this, or have it wait for step 3 itself.`;
const STRANGERS = "The network has the network admins {strangers}, which the file does not name and no vote appointed";
const WHERE_ENODES_STAND = "The node prints its enode URL at startup, and admin.nodeInfo.enode shows it.";
const WRITE_MODEL = 'Write "permissionModel": "v2".';
const WRONG_MODEL = { says: '"permissionModel" is {model}, and this suite is model v2.' } as const;

/** All codes that the library itself gives an error; those of the contracts are in contract-texts.ts. */
export const CATALOGUE = {
  ABI_FILE_NOT_ALLOWED: {
    why: 'A file does not hold the ABI of a contract: a list, or an object with a list "abi", as compilers, Hardhat and Foundry write it.',
    cases: {
      noJson: { says: "{file} is not JSON." },
      noList: { says: '{file} has no ABI: neither is it a list, nor has it a list "abi".' },
      noMethod: { says: "{file} has a function that cannot be read: {entry}" },
    },
    hint: "Name the ABI of the contract, or the file that the compiler, Hardhat or Foundry has written for it.",
  },
  ACCOUNT_UNKNOWN: {
    why: "The account belongs to no organisation.",
    says: "{address} belongs to no organisation.",
    hint: "Give it a role first, or look for it in the list of accounts.",
    actions: [{ name: "list-accounts" }],
  },
  ACCOUNTS_MISSING: {
    why: "The chain has too few accounts to choose somebody for a test from.",
    says: "The chain has too few accounts to choose {option} from.",
    hint: "Name them with the option {option}; any address will do.",
  },
  ADMINS_DIFFER: {
    why: "The first network admins are not the ones that the file names: someone else has booted the network, or is about to.",
    cases: {
      strangersAtBoot: { says: `${STRANGERS}.` },
      missingAtBoot: { says: `${MISSING}.` },
      bothAtBoot: { says: `${STRANGERS}. ${MISSING}.` },
      stranger: { says: '"accounts" does not name {account}, which the boot made a network admin.' },
      formerStranger: {
        level: "warning",
        says: '"accounts" does not name {account}, which the boot made a network admin; it has been removed since.',
      },
      missing: {
        says: '"accounts" names {account}, which never was a network admin: the boot left it out.',
      },
    },
    hint: "Find out who. If they are not intended, change them by vote, or start again in another output directory.",
  },
  ADMIN_MISSING: {
    why: "An organisation has no active admin, nor has one above it.",
    says: "{org} has no active admin.",
    hint: "Give an account its admin role, or activate its admin.",
  },
  AGENCY_FILE_NOT_ALLOWED: {
    why: "What an agency has written of itself and its nodes has mistakes, or does not fit the invitation; all are listed with line and column.",
    says: MISTAKES,
    hint: "Correct them, and try again.",
  },
  AGENCY_UNKNOWN: {
    why: "The consortium file has no agency of that name.",
    says: "{file} has no agency {agency}.",
    hint: "Name one of these: {known}.",
  },
  ANSWERS_DIFFER: {
    why: "The implementation to be confirmed answers a question of nodes differently from the present one.",
    says: "The implementation {implementation} answers differently:\n{list}",
    hint: "It was not confirmed. If the changes are intended, allow them.",
    actions: [{ name: "allow-changes" }],
  },
  BLOCK_TOO_SMALL: {
    why: "The largest contract needs more gas than a block holds.",
    says: "The block gas limit {blockGasLimit} has no room for the largest contract.",
    hint: "Raise the block gas limit to 10,000,000 or more (gasLimit in the genesis block, --miner.gastarget).",
  },
  BLOCK_UNKNOWN: {
    why: "The node does not have the requested block.",
    cases: {
      absent: { says: "The node has no block {block}." },
      fallenBehind: {
        says: "The node is at block {block}, and was at block {before} before.",
        hint: "Wait until the node has synchronised.",
      },
    },
    hint: "Wait until the node has synchronised, or ask for an earlier block.",
  },
  BUG: {
    why: "The library reached a state that should be impossible.",
    cases: {
      proposalNotRead: { says: "Proposal {id} was not read." },
      contractNotDeployed: { says: "{name} is asked for before it is deployed." },
    },
    hint: "Please report it, with what you did and what was said.",
  },
  CANCELLED: {
    why: "It was not confirmed, so nothing was sent, signed or written.",
    cases: {
      notSent: { says: "Nothing was sent." },
      notSigned: { says: "Nothing was signed." },
      notWritten: { says: "Nothing was written.", hint: "Start again to be asked again." },
    },
    hint: "Start again to be asked again, or confirm it beforehand.",
    actions: [{ name: "confirm" }],
  },
  CARD_NOT_SOUND: {
    why: "The card would be refused by whoever gets it, so it is not written.",
    says: "The others would refuse the card of {agency}:\n{list|lines}",
    hint: "Correct what is said, and try again.",
  },
  CERTIFICATE_FILE_NOT_ALLOWED: {
    why: "A file does not hold the certificate, the request or the revocation list that is wanted, or not as it has to be.",
    cases: {
      nothing: { says: "{place} holds no certificate, request or revocation list, but {found}." },
      other: { says: "{place} holds no {what}, but {found}." },
      several: {
        says: "{place} holds {count} of what there may be one of: {what}.",
        hint: "Put the one that is meant into a file of its own.",
      },
      damaged: {
        says: "The {what} in {place} is damaged, or not encoded in DER.",
        hint: "Get it again from whoever made it.",
      },
      version: {
        says: "The {what} in {place} is of version {version}, which has no extensions.",
        hint: "Have one of version 3 issued.",
      },
      algorithm: {
        says: "The {what} in {place} has {found}.",
        hint: "Use keys on secp256k1 or P-256, and signatures by ECDSA with SHA-256. Others, such as RSA and SM2, are not read here.",
      },
    },
    hint: "Name a file with it, in PEM or DER.",
  },
  CERTIFICATE_HOST_NOT_ALLOWED: {
    why: "A certificate for TLS names hosts, by their names or IP addresses.",
    says: '"{host}" is no host name, and no IP address.',
    hint: "Give a name such as node1.example.com, or an address such as 10.0.0.1, without a port.",
  },
  CERTIFICATE_ISSUER_NOT_ALLOWED: {
    why: "A certificate may not sign others or revocation lists, or the key is not that of the certificate.",
    cases: {
      noAuthority: { says: "{issuer} in {place} may not sign certificates: it is no authority." },
      use: { says: "The key of {issuer} in {place} may not be used for {use}, its certificate says." },
      pathLength: {
        says: "{issuer} in {place} may issue certificates of members, and no intermediate ones.",
        hint: "Have the intermediate certificate issued by the root.",
      },
      noRoot: {
        says: "{issuer} in {place} is no root, and certifies no other organisation.",
        hint: "Name the certificate of the consortium's root.",
      },
      otherKey: {
        says: "The key is not that of {issuer} in {place}.",
        hint: "Name the file with the key of that certificate.",
      },
    },
    hint: "Name the certificate of a root, or of an intermediate one.",
  },
  CERTIFICATE_NAME_NOT_ALLOWED: {
    why: "A certificate names an organisation (O), a role (OU) and who it is for (CN), each once.",
    cases: {
      missing: { says: "{name} has no {attribute}." },
      several: { says: "{name} has {attribute} several times." },
      organisation: {
        says: '"{value}" is no id of an organisation.',
        hint: "Give its full id in up to 64 characters: A-Z a-z 0-9 _ - and dots between the levels.",
      },
      role: { says: '"{value}" is no role.', hint: "Give 1 to 64 characters of A-Z a-z 0-9 _ -" },
      name: {
        says: '"{value}" is no name for a certificate.',
        hint: "Give 1 to 64 characters, without blanks at the ends and without control characters.",
      },
    },
    hint: "Ask for a certificate with O, OU and CN, each once: the organisation, the role and the name.",
  },
  CERTIFICATE_NOT_TRUSTED: {
    why: "The connection is encrypted, but the server's certificate does not prove that it is the one that was named.",
    cases: {
      unknownIssuer: {
        says: "The certificate of {url} is signed by no authority that this machine knows, or by itself.",
        hint: "Name the file with the certificate of your authority, or with the server's own, in NODE_EXTRA_CA_CERTS.",
      },
      otherHost: {
        says: "The certificate of {url} is for another host.",
        hint: "Name the node as its certificate does, or let the certificate name this host too (subjectAltName).",
      },
      otherTime: {
        says: "The certificate of {url} has expired, or is not valid yet.",
        hint: "Renew it, and check the clock of this machine.",
      },
    },
    hint: "Nothing was sent. Find out whose certificate it is.",
  },
  CERTIFICATE_OUT_OF_DATE: {
    why: "A certificate counts from one time to another.",
    cases: {
      early: {
        says: "{name} is valid from {since|moment} on, and not yet.",
        hint: "Check the clock of this machine, or wait.",
      },
      expired: { says: "{name} expired on {since|moment}." },
    },
    hint: "Have a new one issued, for the same key or for another one.",
  },
  CERTIFICATE_PERIOD_NOT_ALLOWED: {
    why: "A certificate counts for some days, and not longer than that of its issuer.",
    cases: {
      days: { says: "Nothing can be valid for {days} days.", hint: "Give from 1 day on, to the year 9999." },
      outlives: {
        says: "It would be valid until {until|moment}, longer than its issuer {issuer}, which is valid until {end|moment}.",
      },
    },
    hint: "Give fewer days, or leave them out: it then ends with its issuer at the latest.",
  },
  CERTIFICATE_REQUEST_NOT_ALLOWED: {
    why: "A request does not go with what it is to be issued for, or with its issuer.",
    cases: {
      signature: {
        says: "The request in {place} is not signed with the key that it is for.",
        hint: "Have it made again by whoever has the key; issue nothing for this one.",
      },
      organisation: {
        says: "The request in {place} is for the organisation {organisation}, and the issuer is {issuer}.",
        hint: "Have it issued by the authority of that organisation, or made again for this one. The root of a consortium certifies others as agencies.",
      },
      issuerKey: {
        says: "The request in {place} is for the key of the issuer itself.",
        hint: "Have it made again with a key of its own.",
      },
      hosts: {
        says: "The request in {place} names hosts ({hosts}), which only certificates for TLS do.",
        hint: "Issue it for TLS, or have it made again without them.",
      },
      tlsKey: {
        says: "The request in {place} is for a key on secp256k1, with which TLS does not work.",
        hint: "Have it made again with a key on P-256.",
      },
      noHosts: {
        says: "The request in {place} names no host, and others reach a node by one.",
        hint: "Have it made again with the host names and IP addresses of the node.",
      },
    },
    hint: "Have it made again.",
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
    cases: {
      codeSize: {
        says: "The chain refuses a contract of 24,576 bytes ({answer}).",
        hint: "Allow code of 24,576 bytes, Ethereum's default (maxCodeSizeConfig in the genesis block).",
      },
      gasOfCalls: {
        says: "The node calculates with too little gas for the largest contract ({answer}), although a block holds {blockGasLimit}.",
        hint: "Allow calls 10,000,000 gas or more (--rpc.gascap), or ask another node.",
      },
      creation: { says: "The largest contract cannot be deployed here ({answer})." },
    },
    hint: "Allow 24,576 bytes of code and blocks of 10,000,000 gas, as Ethereum does by default.",
  },
  CODE_DIFFERS: {
    why: "An address in the journal holds a different contract from the one that this version would have deployed.",
    says: "The contract at {address} is not the {name} that should have been deployed.",
    hint: "Deploy with the version that started the deployment, or start again in another output directory.",
  },
  CONFIG_DIFFERS: {
    why: "The permission-config.json does not agree with the contracts.",
    says: '"{key}" is {inFile} in the file and {inContracts} in the contracts.',
    hint: "Use the file that the deployment wrote, on every node.",
  },
  CONFIG_MISSING: {
    why: "There is no permission-config.json where it is looked for, so that nothing is deployed here yet, or it lies elsewhere.",
    cases: {
      named: {
        says: "There is no file {file}.",
        hint: "Name the network's permission-config.json with --config FILE or in PORTCULLIS_CONFIG: where it was deployed it is in deployment/, and on a node in its data directory.",
      },
      notDeployed: { says: "No network is deployed here yet: there is no permission-config.json in {places|nor}." },
      begun: {
        says: "The deployment here has not come to its end: there is {journal}, but no permission-config.json in {places|nor}.",
        hint: "Run portcullis deploy again; it resumes where it stopped. If you mean another network, name its file with --config FILE.",
      },
    },
    hint: "If there is a network, go where its file is, name it with --config FILE or in PORTCULLIS_CONFIG, or get it from a network admin. Only who founds a network writes it, with portcullis deploy.",
  },
  CONFIG_NOT_ALLOWED: {
    why: "The permission-config.json is not JSON as nodes read it, or lacks something.",
    cases: {
      file: CONFIG_FILE,
      noObject: { says: "The file does not contain a JSON object." },
      noJson: { says: "Line {line}, column {column}: {flaw}", hint: "{remedy}" },
      missing: { says: '"{place}" is missing.' },
      value: { says: '"{place}" cannot be {value}.' },
      address: { says: '"{place}" {flaw}.' },
      sameAddress: { says: '"{key}" and "{other}" are the same address, {address}.' },
      misspelled: { says: 'The key "{written}" is unknown.', hint: 'Write "{key}".' },
      notWhole: {
        says: '"{place}" is written {value}, and nodes crash on it at startup.',
        hint: "Write a whole number, without point and exponent.",
      },
      quotedNumber: {
        says: '"{place}" is the text "{value}", and nodes crash on it at startup.',
        hint: "Write the number without quotes.",
      },
      noModel: { says: '"permissionModel" is missing.', hint: WRITE_MODEL },
      model: { says: '"permissionModel" cannot be {model}.', hint: WRITE_MODEL },
      spellings: {
        says: '"{key}" and "{other}" are different addresses, and both mean the upgradable contract.',
        hint: "Write the same address in both.",
      },
    },
    hint: "Use the file that the deployment wrote.",
  },
  CONFIG_OF_NO_GROUP: {
    why: "A permission-config.json goes into the packages of the group whose chain it names.",
    cases: {
      noChain: {
        says: "{file} does not name its chain, so it is not known of which group it is.",
        hint: "Write it anew from the running network, or add its chainId; nodes ignore that.",
      },
      noGroup: { says: "{file} is of chain {chainId}, which is no group of the consortium file." },
      genesis: {
        says: "{file} has the chain id of {group}, and another first block: {genesisHash}, where the consortium file makes {hash}.",
        hint: "The network was started from another genesis; compare the two files to see in what they differ.",
      },
    },
    hint: "Name the permission-config.json of a group of the consortium file.",
  },
  CONSENSUS_NOT_SHOWN: {
    why: "A node says who makes blocks by its API istanbul or raft, which it may offer on its IPC socket alone.",
    says: "The node does not say who makes blocks.",
    hint: "Name the IPC socket in the node's directory, such as nodes/node0/group1/geth.ipc.",
    actions: [{ name: "choose-node" }],
  },
  CONFIG_OF_OTHER_CHAIN: {
    why: "The permission-config.json names another chain than the node's. Networks that the same account deployed have the same addresses, each on its chain, so the addresses alone do not tell them apart.",
    cases: {
      id: { says: "The permission-config.json is of chain {named}, and the node's chain is {chainId}." },
      genesis: {
        says: "The permission-config.json is of another chain with the id {chainId}: its first block is {named}, and that of the node's chain is {genesis}.",
      },
    },
    hint: "Name a node of the network that the file belongs to, or the permission-config.json of this node's network.",
  },
  CONSORTIUM_FILE_NOT_ALLOWED: {
    why: "A file of agencies, groups and nodes has mistakes, or gaps that are still to be filled in; all are listed with line and column.",
    says: MISTAKES,
    hint: "Correct them, and try again.",
  },
  CONSORTIUM_NOT_SOUND: {
    why: "Networks by this consortium file would not work, or are not safe; the check of the file finds the same.",
    says: "The networks of {file} would not work:\n{list|lines}",
    hint: "Correct what is said, and try again.",
  },
  CONTRACTS_CHANGED: {
    why: "A step of the deployment would now send something other than when the deployment was started.",
    says: '"{step}" would now send something other than when the deployment was started.',
    hint: "Use the version that started the deployment, or start again in another output directory.",
  },
  CONTRACT_NOT_REGISTERED: {
    why: "Nobody has registered the contract, so no one says who may call it.",
    says: "The contract {address} is not registered.",
    hint: "The account that deployed it can register it, and so can network admins by vote.",
    actions: [{ name: "register-contract", subject: "{address}" }],
  },
  CONTRACT_OF_OTHER_DEPLOYER: {
    why: "Whoever registers a contract has to have deployed it: an admin who could, could close the contract of somebody else.",
    cases: {
      otherNonce: { says: "{account} deploys no contract at {address} with its transaction of the nonce {nonce}." },
      notFound: {
        says: "None of the transactions of {account}, of which there are {count}, has deployed a contract at {address}.",
      },
    },
    hint: "Let the account register it that has deployed it. What another contract has created, or an account that is gone, is registered by network admins, as a change of a resolution.",
    actions: [{ name: "propose-resolution" }],
  },
  CONTRACT_OF_OTHER_SUITE: {
    why: "A contract that the permission-config.json names belongs to another network's suite, or to none.",
    cases: {
      other: { says: '"{key}" of the permission-config.json names {named}, and this network\'s is {real}.' },
      notUpgradable: { says: '"{key}" names {named}, which is not an upgradable contract.' },
      noSuite: { says: '"{key}" names {named}, a contract of no suite.' },
      otherSuite: { says: '"{key}" names {named}, a contract of the suite of {upgradable}.' },
      notLinked: { says: '"{key}" names {named}, which is not linked; the {contract} is {real}.' },
      misplaced: { says: '"{key}" names {named}, which is the suite\'s {really}; the {contract} is {real}.' },
    },
    hint: "Use the file that the deployment wrote, and a node of the same network; do not mix the files of two deployments.",
  },
  CONTRACT_PANICKED: {
    why: "A contract reached a state that should be impossible.",
    says: "The contract reached a state that should be impossible (panic {panic}).",
    hint: "This is a bug in the contract; please report it.",
  },
  CONTRACT_REVERTED: {
    why: "A contract refused with an error that this version does not know.",
    says: "The contract refused: {reason}",
    hint: "If the network has a newer implementation, use the tools of its version.",
  },
  DEADLINE_PASSED: {
    why: "A vote that is signed with a deadline in the past counts nowhere.",
    says: "The deadline {deadline} has passed.",
    hint: "Choose a later one.",
  },
  DEPLOYMENT_BLOCK_DIFFERS: {
    why: "The permission-config.json names a block as that of the deployment in which the network's first contract was not created. If it is too late, what happened before would be hidden.",
    says: '"deploymentBlock" of the permission-config.json is {block}, and the network was not deployed in that block.',
    hint: 'Use the file that the deployment wrote, or remove "deploymentBlock" from it: the history then begins at the chain\'s first block.',
  },
  DEPLOYMENT_RUNS: {
    why: "Another process is deploying into the same directory.",
    says: "{who} is deploying into the same directory{doubt}.",
    hint: "Wait for it, or remove {file} if that process is not a deployment.",
  },
  ENODE_NOT_ALLOWED: {
    why: "An enode URL is not well-formed.",
    cases: {
      shape: { says: '"{url}" is not an enode URL.' },
      noPort: { says: "The enode URL names no port." },
      port: {
        says: 'The {part} "{port}" is not a number from {least} to 65535.',
        hint: "Give the port the node listens on.",
      },
      idDigit: {
        says: 'The enode id must be 128 hex digits; the character {position}, "{character}", is not one.',
        hint: WHERE_ENODES_STAND,
      },
      idLength: {
        says: "The enode id has {length} characters; it must be 128 hex digits.",
        hint: WHERE_ENODES_STAND,
      },
      idNoKey: { says: "The enode id {enodeId|id} is not a public key.", hint: WHERE_ENODES_STAND },
      zone: {
        says: '"{host}" is valid only on one machine.',
        hint: "Give an address without the zone behind the %.",
      },
      noPeer: {
        says: "No node connects from {host}.",
        hint: "Give the address at which the other nodes reach it.",
      },
      host: { says: '"{host}" is neither an IP address nor a host name.' },
      unknownPart: { says: 'The URL has the unknown part "{part}".', hint: "Remove it." },
      noNode: {
        says: '"{name}" names no node.',
        hint: "Give its enode URL, its enode id of 128 hex digits, or at least its first {least} digits.",
      },
    },
    hint: "Write enode://ID@IP:PORT as the node prints it.",
  },
  EVERYBODY_BY_VOTE_ONLY: {
    why: "Whoever is no member of the network may call only what the network has decided on.",
    says: "Only a vote opens a contract to everybody, members or not.",
    hint: "Network admins can decide it, as a change of a resolution.",
    actions: [{ name: "propose-resolution" }],
  },
  EVM_MISSING: {
    why: "A chain in the process needs the optional package @nomicfoundation/edr, which npm leaves out before Node 22, and which is not made for every machine.",
    says: "There is no EVM here to run a chain in this process.",
    hint: "Use Node 22 or newer, and install Portcullis with its optional packages; or deploy without a rehearsal on a chain of your own, such as anvil, and choose it.",
    actions: [{ name: "choose-node" }],
  },
  FILES_DIFFER: {
    why: "The permission-config.json and the network file belong to different networks.",
    says: "The network file and the permission-config.json differ in {different}.",
    hint: "Use the network file that was deployed, and the permission-config.json that its deployment wrote.",
  },
  FILE_EXISTS: {
    why: "The file or directory to be written already exists, with different content.",
    cases: {
      there: { says: "{file} already exists." },
      different: { says: "{file} already exists, with different content." },
      otherTransaction: {
        says: "{file} already exists, and holds another transaction that may not have been sent yet: {does}",
        hint: "Name another file, or remove this one if no one needs it. Nothing was sent.",
      },
      notOwn: {
        says: "{file} already exists, and does not belong to this deployment.",
        hint: "Name another directory with --out, or move the file away if no one needs it. Nothing was sent.",
      },
    },
    hint: "Name another place, or move the existing one away if no one needs it.",
  },
  FILE_NOT_READ: {
    why: "A file does not exist or cannot be read.",
    cases: {
      directory: { says: "{file} is a directory, not a file.", hint: "Name the file that is meant in it." },
      missing: { says: "Cannot read {file}." },
      refused: {
        says: "The system does not let you read {file} ({reason}).",
        hint: "Run the command as the user that owns the file, or change the file's permissions.",
      },
      outside: {
        says: "{file} lies outside the folder of the file that names it, and is not opened.",
        hint: "Copy it into that folder, and name it there.",
      },
      secret: {
        says: "{file} may be a secret by its name, and is not opened.",
        hint: "Name the file with the public key.",
      },
    },
    hint: "Check the path.",
  },
  FILE_NOT_WRITTEN: {
    why: "A file or directory cannot be written.",
    says: "Cannot write {place}.",
    hint: "Check the path and its permissions: {reason}.",
  },
  FORMAT_NEWER: {
    why: "A file was written by a newer version of Portcullis.",
    cases: {
      format: { says: "{file} has format {found}, and this version reads format {known}." },
      file: CONFIG_FILE,
      model: WRONG_MODEL,
    },
    hint: "Use the version of Portcullis that wrote it.",
  },
  GAS_LIMIT_NOT_ALLOWED: {
    why: "The node takes no transaction with this gas limit.",
    cases: {
      aboveBlock: {
        says: "The transaction may use more gas than a block of this network holds.",
        hint: "Raise the block gas limit (gasLimit in the genesis block, --miner.gastarget and --miner.gaslimit), or do less at once.",
      },
      tooLow: {
        says: "The transaction's gas limit is lower than what its data alone costs.",
        hint: "The node's estimate was too low: ask another node, and check that all run the same version with the same genesis.",
      },
    },
    hint: "Ask another node, and check the block gas limit.",
  },
  GAS_PRICE_NOT_ALLOWED: {
    why: "The node takes no transaction at this gas price.",
    cases: {
      tooLow: {
        says: "The nodes here take no transaction at so low a gas price.",
        hint: "Offer more than the node suggested, as much as the nodes ask for (--miner.gasprice, --txpool.pricelimit).",
        actions: [{ name: "offer-gas-price" }],
      },
      notZero: {
        says: "On this network the gas price must be 0.",
        hint: "Offer 0.",
        actions: [{ name: "offer-gas-price" }],
      },
      aboveCap: {
        says: "The node sends nothing for which an account may pay so much.",
        hint: "Offer less, or raise the node's limit (--rpc.txfeecap).",
        actions: [{ name: "offer-gas-price" }],
      },
    },
    hint: "Offer another one.",
    actions: [{ name: "offer-gas-price" }],
  },
  GROUP_UNKNOWN: {
    why: "The consortium file has no group of that name.",
    says: "{file} has no group {group}.",
    hint: "Name one of these: {known}.",
  },
  HEADERS_NOT_ALLOWED: {
    why: "The headers for protected nodes are not written as they must be.",
    says: "Line {line} of {source} is not a header.",
    hint: "Write each on a line of its own as NAME: VALUE, and before it the URL of the server that it is for, unless that is the node that is talked to.",
  },
  CHANGE_NOT_ALLOWED: {
    why: "A resolution holds what organisations' admins do and what is decided by vote; it does not vote, boot or upgrade.",
    says: "No resolution can do this: {summary}",
    hint: "Do it on its own.",
  },
  CHANGE_NOT_READABLE: {
    why: "A change of a resolution is a call that this version of the tools does not know, or one that is encoded in an unusual way to hide what it does.",
    says: "Change {change} of proposal {id} cannot be read.",
    hint: "Do not vote for it before you know what it does: use the version of the tools that proposed it, or ask its proposer. You can vote against it.",
  },
  CHANGE_REFUSED: {
    why: "The changes of a resolution were tried, one after the other, on the present state of the network: one of them would be refused, and with it all.",
    says: "Change {change}, {does}, would be refused: {why}",
    hint: "Correct it, and start again. Nothing was sent.",
  },
  HOLD_OF_ADMIN_NODE: {
    why: "A node of the admin organisation was to be held by an emergency measure: the network admins send through these nodes.",
    says: "The node {enodeId|id} is one of the admin organisation, and an emergency measure holds none of these.",
    hint: "The network admins can deactivate it by vote.",
  },
  INVITATION_NOT_ALLOWED: {
    why: "An invitation to groups has mistakes; all are listed with line and column.",
    says: MISTAKES,
    hint: "Whoever invites corrects them, before anybody answers.",
  },
  INVITATION_NOT_FITTING: {
    why: "There are invitations to found groups, and invitations to join groups that there are; the latter name a genesis.",
    cases: {
      joins: {
        says: "{file} invites to groups that there are already, for which no cards are gathered.",
        hint: "Admit the agency to them, or name the invitation to found groups.",
        actions: [{ name: "admit-agency" }],
      },
      founds: {
        says: "{file} invites to found groups, and nobody is admitted to those.",
        hint: "Gather the cards of all, or name the invitation to join.",
        actions: [{ name: "gather-cards" }],
      },
    },
    hint: "Name the other kind of invitation.",
  },
  NODE_KEY_MISSING: {
    why: "The keys of an agency's nodes are made where the nodes run, before the agency answers an invitation.",
    says: "There is no key in {files}.",
    hint: "Make them, or write the enode ids into the agency's file where the nodes run elsewhere.",
    actions: [{ name: "make-node-keys" }],
  },
  NODE_KEY_NOT_ALLOWED: {
    why: "A file that should hold the key of a node holds something else, or the key of another node.",
    cases: {
      form: { says: "{file} holds no key of a node: 64 hex digits and nothing else." },
      other: {
        says: "{file} holds another key than that of {node} in {group}, which the agency's file says.",
        hint: "Take the enode id out of the agency's file, or move the key away.",
      },
    },
    hint: "Put the node's key back, or move the file away and make a new key.",
  },
  NODE_OF_OTHER_GROUP: {
    why: "The node that is asked is not one of the group.",
    cases: {
      chain: { says: "The node at {url} is of chain {found}, and {group} is chain {chainId}." },
      genesis: {
        says: "The node at {url} has the first block {found}, and the consortium file makes {hash} for {group}.",
        hint: "The node was started from another genesis. Start it from its package, with an empty directory.",
      },
    },
    hint: "Name a node of the group; nothing was sent.",
    actions: [{ name: "choose-node" }],
  },
  OWN_NODE_UNKNOWN: {
    why: "What an agency has written of itself, or the consortium file, has no node of that name for it.",
    says: "{file} has no node {node}.",
    hint: "Name one of these: {known}.",
  },
  POLICY_FILE_NOT_ALLOWED: {
    why: "A file of policies has mistakes, or the contracts would refuse what it says; all are listed with line and column.",
    says: MISTAKES,
    hint: "Correct them and start again. Nothing was sent.",
  },
  RESOLUTION_FILE_NOT_ALLOWED: {
    why: "A file with the changes of a resolution has mistakes; all are listed with line and column.",
    says: MISTAKES,
    hint: "Correct them and start again. Nothing was sent.",
  },
  IMPORT_FILE_NOT_ALLOWED: {
    why: "A file of roles, accounts and nodes has mistakes, or does not fit what the network holds; all are listed with line and column.",
    says: MISTAKES,
    hint: "Correct them and start again. Nothing was sent.",
  },
  IMPORT_INCOMPLETE: {
    why: "The contracts refused some of the entries of a file when their turn came; the others were added.",
    says: "{refused} of {count} entries were refused.",
    hint: "Correct them and start again: what was added is left alone then.",
  },
  INPUT_NOT_RECOGNISED: {
    why: "A file is none of those of other systems that can be read, or it is one and is not well-formed.",
    says: "{file} is no file that can be read.{flaw}",
    hint: "Name one of these: {known}.",
  },
  INSUFFICIENT_FUNDS: {
    why: "Gas has a price on this network, and the account has too little to pay for the transaction.",
    cases: {
      counted: {
        says: "{account} has {has}, and needs {needs} for {gas} gas at {gasPrice} wei.",
        hint: "Nothing was sent. Send it at least {missing}. If this network takes transactions at another price, or for nothing, name it.",
        actions: [{ name: "offer-gas-price" }],
      },
      saidByNode: { says: "The node says that the account cannot pay for the transaction." },
    },
    hint: "Send the account what the gas limit costs at the network's gas price.",
  },
  INTERRUPTED: {
    why: "Ctrl-C was pressed, or the process was ended (SIGTERM), while a transaction was pending.",
    cases: {
      sent: {
        says: "Stopped. The transaction {hash} was sent, and may still be executed.",
        hint: 'Before you send it again, ask the node with eth_getTransactionReceipt ["{hash}"]; an answer means that it was executed. The same command, run again, first waits for it.',
      },
      hashKnown: { says: `Stopped. ${DOUBT_OF_HASH}.`, hint: ASK_FOR_HASH },
      hashUnknown: { says: `Stopped. ${DOUBT_OF_NONCE}.`, hint: ASK_FOR_NONCE },
    },
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
    why: "A file holds no key that can be used here, or the password does not open it.",
    cases: {
      noKeystore: {
        says: "The file {file} is not an encrypted keystore, nor a private key as OpenSSL writes it.",
        hint: "Name the file that geth wrote, or one with a private key in PEM or DER.",
      },
      noAccount: {
        says: "The key in {file} is not on the curve secp256k1, so it is that of no account.",
        hint: "Name the file with the key of an account.",
      },
      algorithm: {
        says: "The key in {file} is not on the curve secp256k1 or P-256.",
        hint: "Make a key on one of them; others, such as RSA and SM2, are not known here.",
      },
      password: { says: "The file {file} does not open with this password.", hint: "Check the password." },
    },
    hint: "Check the file and its password.",
  },
  KEY_NOT_ALLOWED: {
    why: "A value that should be a private key, such as PORTCULLIS_PRIVATE_KEY, is not one.",
    says: "{source} is not a private key.",
    hint: "A private key is 0x and 64 hex digits.",
  },
  LABELS_NOT_ALLOWED: {
    why: "The file with names for accounts is not as it must be.",
    cases: {
      noObject: { says: "{file} is not a JSON object of addresses and names." },
      entry: { says: "{file} has an entry that is not an address and a name of 1 to 40 characters: {place}." },
    },
    hint: 'Write an object that has a name for each address, as "0x…": "Anna".',
  },
  LIMITS_DIFFER: {
    why: "The chain's breadth or depth of organisations differs from the network file: someone else is booting it too.",
    says: "The network has {has}, not {asked}.",
    hint: "Someone else did that, at the boot or later. Find out who, or start again in another output directory.",
  },
  METHOD_NOT_ALLOWED: {
    why: "A method of a contract is named otherwise than by its selector, its signature, or its name in an ABI.",
    cases: {
      form: { says: '"{method}" is no method.' },
      zero: { says: "{method} is no method: nodes do not tell it from a transaction without one." },
    },
    hint: "Write its signature, as in transfer(address,uint256), its selector, as in 0xa9059cbb, or its name, and give the ABI file.",
  },
  METHOD_NOT_OFFERED: {
    why: "The node, or a proxy in front of it, does not offer a method that is needed.",
    says: "The node does not offer what it was asked: {said}.",
    hint: "Let it offer the APIs eth, net and web3 at this address (--rpcapi or --http.api, --wsapi or --ws.api), and let any proxy in front of it pass the method.",
  },
  METHOD_UNKNOWN: {
    why: "The name of a method is none of the ABI file's, or that of several, or no ABI file is given.",
    cases: {
      noAbi: {
        says: '"{method}" is the name of a method, and nothing says which arguments it takes.',
        hint: "Give the ABI file, or write its signature, as in {method}(address,uint256), or its selector.",
      },
      absent: { says: "{file} has no method {method}.", hint: "It has {signatures}." },
      noMethods: { says: "{file} has no method {method}, nor any other one.", hint: "Name the ABI of the contract." },
      several: { says: "{file} has several methods {method}.", hint: "Give one of these: {signatures}." },
    },
    hint: "Write its signature.",
  },
  MODEL_NOT_SUPPORTED: {
    why: "The permission-config.json is for permission model v1, which only GoQuorum's own contracts have.",
    cases: { file: CONFIG_FILE, model: WRONG_MODEL },
    hint: "GoQuorum's own contracts of model v1 are read and changed from a node's console (quorumPermission). This suite is model v2: use the file that its deployment wrote.",
  },
  NETWORK_FILE_CHANGED: {
    why: "The network file has changed since its deployment was started.",
    cases: {
      keys: {
        says: NETWORK_FILE_HAS_CHANGED,
        hint: "Undo the change of {changed}, or name another output directory to deploy another network.",
      },
      layout: { says: NETWORK_FILE_HAS_CHANGED },
    },
    hint: "Undo the change, or name another output directory to deploy another network.",
  },
  NETWORK_FILE_NOT_ALLOWED: {
    why: "The network file has mistakes; all of them are listed with line and column.",
    says: MISTAKES,
    hint: "Correct them, and try again.",
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
    cases: {
      shape: { says: "The node's answer to {method} is not what this method answers." },
      shapeAt: { says: "The node's answer to {method} is not what this method answers ({place})." },
      otherRequest: { says: "The node's answer to {method} belongs to another request." },
      noErrorCode: { says: "The node's answer to {method} is an error without code and message." },
      noResult: { says: "The node's answer to {method} has no result." },
      noChainId: { says: "The node's answer to {method} is 0, which is not a chain id." },
      noList: { says: "The node's answer to {method} is no list, as {name} answers one." },
    },
    hint: "Ask another node, or check this node's version and what is between it and the tools.",
  },
  NODE_BUSY: {
    why: "The node, or a proxy in front of it, kept refusing requests as too busy (HTTP 429 or 503).",
    cases: {
      forLong: { says: NODE_IS_BUSY },
      forSeconds: { says: NODE_IS_BUSY, hint: "Try again after {seconds} s, or ask another node." },
    },
    hint: "Wait a little and try again, or ask another node.",
  },
  NODE_DIFFERS: {
    why: "The chain has one of the network file's nodes at another address: someone else is booting it too.",
    says: "The network has the node {has}, not {asked}.",
    hint: "Someone else did that, at the boot or later. Find out who, or start again in another output directory.",
  },
  NODE_FAILED: {
    why: "The node, or a proxy in front of it, failed (HTTP 500 and above), or its answer was cut short.",
    cases: {
      failed: { says: "The node at {url} failed (HTTP {status})." },
      cutShort: { says: "The node at {url} sent an incomplete answer." },
    },
    hint: "Look at the log of the node, and of any proxy in front of it.",
  },
  NODE_FREE: {
    why: "The node belongs to no organisation.",
    says: "The node {enodeId|id} belongs to no organisation.",
    hint: "Add it to one.",
    actions: [{ name: "add-node" }],
  },
  NODE_LISTS_NOT_SHOWN: {
    why: "A GoQuorum node shows its own lists only where its JSON-RPC server offers quorumPermission, and it enforces permissions.",
    cases: {
      notOffered: {
        says: "{node} does not show its lists: {said}",
        hint: "Start it with quorumPermission among the APIs of its JSON-RPC server (--rpcapi, later --http.api), for you alone: it can also send. The node's console always has it.",
      },
      notEnforcing: {
        says: "{node} has no lists: it does not enforce permissions.",
        hint: "Start it with --permissioned, and wait until it has synchronised.",
      },
    },
    hint: "Start the node with --permissioned, and with quorumPermission among the APIs of its JSON-RPC server.",
  },
  NODE_OF_OTHER_ORG: {
    why: "GoQuorum nodes accept an account's transactions only at nodes of its own organisation.",
    cases: {
      saidByNode: { says: "This node does not accept transactions of that account." },
      explained: {
        says: "{account} belongs to {org}, and this node ({enodeId|id}) is {stands}: it does not accept transactions of that account.",
        hint: "Send it through an approved node of the account's own organisation: {nodes}.",
      },
      noNode: {
        says: "{account} belongs to {org}, and this node ({enodeId|id}) is {stands}: it does not accept transactions of that account.",
        hint: "No node of {top}, or of an organisation below it, is approved: have one added or activated through another admin's node first.",
      },
    },
    hint: "Send it through an approved node of the account's own organisation.",
  },
  NODE_REFUSED: {
    why: "The node answered a request with an error.",
    says: "The node refused: {said}",
    hint: "Read what it said; its log says more.",
  },
  NODE_TIMED_OUT: {
    why: "The node took longer to answer than allowed.",
    says: "The node at {url} did not answer within {seconds} s.",
    hint: "Check that the node is not overloaded and has synchronised, or allow it more time.",
  },
  NODE_UNAUTHORISED: {
    why: "The node, or a proxy in front of it, wants to know who asks, or does not let this one in (HTTP 401 or 403).",
    cases: {
      noCredentials: { says: "The node at {url} requires credentials (HTTP {status})." },
      wrongCredentials: {
        says: "The node at {url} rejected the credentials that were given (HTTP {status}).",
        hint: "Check that they are right, meant for this server, and have not expired.",
      },
      forbidden: {
        says: "The node at {url} forbids this request (HTTP {status}).",
        hint: "Ask whoever runs it, or the proxy in front of it, from where and with which credentials it may be asked.",
        actions: [{ name: "give-headers" }],
      },
      hostName: {
        says: "The node at {url} does not answer to this host name (HTTP {status}).",
        hint: "Name it by its IP address, or let it answer to the name (--http.vhosts, in older versions --rpcvhosts).",
      },
    },
    hint: "Write user and password into the URL, http://USER:PASSWORD@HOST:PORT, or give a header, such as a bearer token.",
    actions: [{ name: "give-headers" }],
  },
  NODE_UNREACHABLE: {
    why: "Nothing answers at the URL or the socket, or the connection breaks.",
    cases: {
      nothing: { says: "No JSON-RPC node answers at {url}." },
      broken: {
        says: "The connection to {url} broke.",
        hint: "Check that the node is running, and what is between it and the tools. If the port speaks TLS, write https or wss.",
      },
      unknownHost: {
        says: "The host of {url} is not known here.",
        hint: "Check its name, or write its IP address.",
      },
      noSocket: {
        says: "There is no IPC socket at {url}.",
        hint: "Check the path: geth.ipc is in the node's data directory, on the node's machine, while the node runs.",
      },
      socketForbidden: {
        says: "The socket {url} may not be opened by this user.",
        hint: "Run this as the user that runs the node.",
      },
    },
    hint: "Check that the node runs with its HTTP, websocket or IPC server enabled, and that address and port are right.",
  },
  NONCE_TAKEN: {
    why: "Another transaction of the same account took the nonce meant for this one, so this one was not sent.",
    cases: {
      executed: { says: "Nothing was sent: the transaction {hash} of {from} has the nonce {nonce}." },
      waiting: {
        says: "Nothing was sent: another transaction of {from}, with the nonce {nonce}, waits in the node's pool.",
        hint: "Wait until it is executed, then do the same again. If it never is, it offers too little for gas, or the network makes no blocks.",
      },
      unknown: { says: "Nothing was sent: another transaction of {from} has the nonce {nonce}." },
    },
    hint: "Someone or something else is sending from this account: find out what was sent, then do the same again.",
  },
  NOT_AN_ADMIN: {
    why: "The account decides nothing: it is no network admin, and no admin of its organisation.",
    says: "{address} is no admin: it is an account of {org} without that right.",
    hint: "List the admins.",
    actions: [{ name: "list-admins" }],
  },
  NOT_AN_IMPLEMENTATION: {
    why: "The contract to be confirmed does not say which suite it belongs to, so it is not an implementation.",
    cases: {
      stranger: { says: "The contract at {address} is not an implementation." },
      ownContract: { says: "The contract at {address} is this network's {name}, and not an implementation." },
    },
    hint: "Check the address, or deploy one for this network.",
    actions: [{ name: "deploy-implementation" }],
  },
  NOT_AN_INTERFACE: {
    why: "A different contract is at the interface's address, for example that of GoQuorum's own suite.",
    cases: {
      stranger: { says: "The contract at {interface} is not a network's interface." },
      goQuorum: {
        says: "The contract at {interface} is the interface of GoQuorum's own permission contracts, model {model}.",
        hint: "These tools are for networks of Portcullis's contracts. GoQuorum's own are read and changed from a node's console (quorumPermission).",
      },
    },
    hint: "Check that node and permission-config.json belong to the same network.",
  },
  NOT_A_NODE: {
    why: "What answers at the URL does not speak JSON-RPC: it is a web page or another service.",
    cases: {
      other: {
        says: "What answers at {url} is not a JSON-RPC node (HTTP {status}).",
        hint: "Check host, port and path: this is a web page or another service.",
      },
      notFound: {
        says: "There is nothing at the path of {url} (HTTP {status}).",
        hint: "Check the path: most nodes answer at host and port alone, some proxies at a path of their own.",
      },
      onlyWebSocket: {
        says: "What answers at {url} speaks only websocket (HTTP {status}).",
        hint: "Write ws or wss instead of http or https.",
      },
      noWebSocket: {
        says: "What answers at {url} is not a JSON-RPC node with websockets.",
        hint: "Check host, port and path, and that the node's websocket server is enabled (--ws); or write http instead of ws.",
      },
      otherSocket: {
        says: "What answers at {url} is not a JSON-RPC node.",
        hint: "Check the path: this is another program's socket.",
      },
      redirect: {
        says: "What answers at {url} redirects to {location} (HTTP {status}).",
        hint: "If that is your node, name it by that URL.",
      },
    },
    hint: "Check host, port and path.",
  },
  NO_CONTRACT: {
    why: "There is no contract at an address in the permission-config.json.",
    cases: {
      notThere: { says: "There is no contract at {address} on this chain." },
      beforeDeployment: {
        says: "The network was deployed in block {deployed}, after block {block}.",
        hint: "Name a later block.",
      },
      keyOfConfig: { says: '"{key}" names {address}, where chain {chainId} has no contract.' },
      notLinkedAtBlock: {
        says: "After block {block} the network was not linked yet: its interface had no implementation.",
        hint: "Name a later block.",
      },
      silent: { says: "Nothing answers at {address}." },
      silentAtBlock: {
        says: "Nothing answers at {address} after block {block}.",
        hint: "Check that the configuration is this network's, and that the block is later than the deployment.",
      },
    },
    hint: "Check that node and permission-config.json belong to the same network.",
  },
  NO_SIGNED_VOTE_COUNTS: {
    why: "Each of the signed votes would be left out, so there is nothing to send.",
    says: "None of the signed votes counts now:\n  {list|lines}",
    hint: "Nothing was sent. Look at the proposals, and have the votes signed again where that helps.",
    actions: [{ name: "list-proposals" }],
  },
  PASSWORD_MISSING: {
    why: "An encrypted key needs a password.",
    says: "The key in {file} needs a password.",
    hint: "Name a password file, or set PORTCULLIS_PASSWORD.",
  },
  PASSWORD_TOO_SHORT: {
    why: "Whoever gets hold of the file of a key can try all short passwords.",
    says: "The new password is shorter than {length} characters.",
    hint: "Choose a longer one, such as a few words.",
  },
  PROFILE_CHAIN_DIFFERS: {
    why: "The node belongs to another chain than the profile.",
    says: "The node at {url} is of chain {found}, and the profile {name} is for chain {chainId}.",
    hint: "Name a node of that chain, or another profile. Nothing was sent.",
  },
  PROFILE_EXISTS: {
    says: 'There is a profile "{name}" already.',
    hint: "Choose another name, or remove that profile first.",
  },
  PROFILE_SECRET: {
    why: "The node's URL holds what may be a password or a key, and a profile keeps no secrets.",
    says: "The node's URL holds what may be a secret, which a profile does not keep.",
    hint: "Leave it out, and give it in the environment when it is needed.",
  },
  PROFILE_UNKNOWN: {
    why: "There is no profile of that name.",
    cases: {
      none: { says: 'There is no profile "{name}": {file} holds none.', hint: "To use one, add it first." },
      other: { says: 'There is no profile "{name}".', hint: "Name one of these: {known}." },
    },
    hint: "Use one that there is, or add it.",
  },
  PROFILES_NOT_READ: {
    why: "The file of the profiles is not what the tools have written.",
    says: "{file} does not hold profiles.",
    hint: "Correct it, or move it away and add them again.",
  },
  PROPOSAL_SHOWN_WRONG: {
    why: "The node's answers contradict each other: what it shows of the proposal has another hash than the contracts compute. It lies, or it is at several blocks at once.",
    says: "What the node shows is not what would be voted on: {shown} has the hash {hash}, and the contracts say {real}.",
    hint: "Do not vote before another node, run by another organisation, shows the proposal.",
    actions: [{ name: "choose-node" }],
  },
  PROPOSAL_UNKNOWN: {
    why: "There is no proposal of that number.",
    says: "There is no proposal {id}.",
    hint: "List the proposals, also those that have ended.",
    actions: [{ name: "list-proposals" }],
  },
  PROPOSED_ALREADY: {
    why: "The account has an open proposal that says the very same, perhaps from a command that was stopped before it had voted.",
    says: "You have proposed it already: proposal {id}, to {what}.",
    hint: "See who has voted, and vote for it if your own vote is missing.",
    actions: [{ name: "show-proposal", subject: "{id}" }],
  },
  REVOCATION_LIST_BUSY: {
    why: "Another process signs the same revocation list anew. If both did, what one of them revokes would be lost.",
    says: "{who} is signing the revocation list {list} anew{doubt}.",
    hint: "Try again when it has done so, or remove {file} if that process does not.",
  },
  REVOCATION_LIST_NOT_USABLE: {
    why: "A revocation list says nothing about a certificate: it is of another issuer, out of date, or has what is not understood.",
    cases: {
      missing: {
        says: "There is no revocation list of {issuer} among those that are given.",
        hint: "Get its present one from the organisation, and name it too.",
      },
      otherIssuer: {
        says: "The revocation list in {place} is not signed by {issuer}.",
        hint: "Name the list of that issuer. If it is the right one, somebody has changed it: use the last one that is whole.",
      },
      use: { says: "{issuer} has signed the revocation list in {place}, which its certificate does not allow." },
      odd: { says: "The revocation list in {place}, of {issuer}, has extensions that are not understood here: {odd}." },
      expired: { says: "There should be a newer revocation list of {issuer} than that in {place} since {end|moment}." },
    },
    hint: "Get the present one from the organisation.",
  },
  REVOCATION_NOT_ALLOWED: {
    why: "What is revoked stays so, unless it is on hold.",
    cases: {
      revoked: { says: "The certificate {serial} is revoked already, since {since|moment} ({reason})." },
      held: { says: "The certificate {serial} is on hold already, since {since|moment}." },
      otherIssuer: {
        says: "The certificate in {place} was not issued by {issuer}.",
        hint: "Name the certificate and the key of its issuer.",
      },
      notHeld: { says: "The certificate {serial} is not on hold.", hint: "Check the serial number, and the list." },
      forGood: {
        says: "The certificate {serial} is revoked for good, since {since|moment} ({reason}).",
        hint: "Only a hold ends. Have a new certificate issued.",
      },
    },
    hint: "Nothing needs to be done.",
  },
  RIGHT_UNDER_TRAFFIC: {
    why: "An account would lose a right while it is sending. GoQuorum nodes may then disagree about a block, and the network halts.",
    cases: {
      sending: { says: "Nothing was sent: these accounts would lose a right while they are sending.\n  {list|lines}" },
      sender: {
        says: "Nothing was sent: {account} would take a right away from itself, with a transaction that nodes may then not allow.",
        hint: "Let another admin send this. If it must be this one, send it in spite of that.",
        actions: [{ name: "send-under-traffic" }],
      },
    },
    hint: SAFE_ORDER,
    actions: [{ name: "wait-until-quiet" }],
  },
  SENDER_NOT_ALLOWED: {
    why: "The network does not let this account send the transaction.",
    cases: {
      saidByNode: { says: "The network does not let this account send the transaction." },
      explained: { says: "Nodes do not take this transaction ({kind}) of {account}. {why|sentences}" },
      deployment: {
        says: "Nodes do not take a deployment of {account}. {why|sentences}",
        hint: "Let a network admin ({admins}) deploy the implementation, and confirm it by its address then.",
        actions: [{ name: "deploy-implementation" }],
      },
    },
    hint: "This depends on its status and role; ask an admin of its organisation.",
  },
  SENDER_STOPPED: {
    why: "The account is an admin, or a policy lets it decide, but it is suspended or held, or its organisation is.",
    says: "{account} cannot do this now. {why|sentences}",
    hint: "Look at its status, and at that of its organisation.",
    actions: [{ name: "show-account", subject: "{account}" }],
  },
  SENDING_UNCERTAIN: {
    why: "The connection failed while a transaction was sent, and the node does not say what became of it.",
    cases: {
      hashKnown: { says: `${DOUBT_OF_HASH}: {failure}`, hint: ASK_FOR_HASH },
      hashUnknown: { says: `${DOUBT_OF_NONCE}: {failure}`, hint: ASK_FOR_NONCE },
    },
    hint: "Ask the node for the transaction, or for the account's transaction count, before you send anything again.",
  },
  SIGNATURE_AWAITED: {
    why: "The transaction is signed elsewhere, and has not been signed yet. What takes several is done again after each signature, until nothing is left to sign.",
    cases: {
      first: { says: "Not sent yet: {file} waits for the signature of {from}: {summary}" },
      again: {
        says: "Not sent: what was signed in {file} is out of date. With the nonce {nonce} it waits for the signature of {from} again: {summary}",
      },
    },
    hint: "Take the file to where the key is and have it signed, and send it.",
    actions: [{ name: "sign-transaction" }, { name: "send-transaction" }],
  },
  SIGNATURE_NOT_ALLOWED: {
    why: "The node does not accept the transaction's signature: it expects another chain id, or none.",
    cases: {
      otherChain: { says: "The node takes the signature for one of another chain." },
      notProtected: { says: "The node takes only transactions that are signed for its chain (EIP-155)." },
    },
    hint: 'Check that all nodes have the same "chainId" and an "eip155Block" that has passed (0) in the genesis block, and that what signs uses this chain id.',
  },
  SIGNATURE_OUT_OF_DATE: {
    why: "Something has changed since the transaction was signed, so that it cannot be executed as it was signed.",
    cases: {
      taken: { says: "Nothing was sent: another transaction of {from} took the nonce {nonce} meanwhile." },
      ahead: {
        says: "Nothing was sent: it has the nonce {nonce}, and the next transaction of {from} has the nonce {next}.",
        hint: "Send what has the nonces before it first, or have it written anew and signed again.",
      },
      gas: { says: "Nothing was sent: it was signed with at most {gas} gas, and may need {needed} now." },
      price: {
        says: "Nothing was sent: it offers {gasPrice} wei for a unit of gas, which the nodes here do not take.",
      },
    },
    hint: "Have it written anew, and signed again.",
  },
  SIGNED_TRANSACTION_NOT_ALLOWED: {
    why: "What was signed is not what was to be signed, or is not a signed transaction.",
    cases: {
      none: { says: "What {source} gives is not a signed transaction." },
      differs: {
        says: "What {source} gives is signed, but is not what was to be signed: {differences}.",
        hint: "Nothing was sent. Find out who changed it; a signer may also be set up for another chain or account.",
      },
    },
    hint: "Sign it again.",
  },
  SIGNED_VOTE_NOT_ALLOWED: {
    why: "The file is not a signed vote, or was changed after it was signed.",
    cases: {
      shape: { says: "{file} is not the file of a signed vote ({place})." },
      hash: { says: "The hash in {file} is not that of the proposal in it." },
      signature: { says: "The signature in {file} is not that of {voter} on what the file says." },
    },
    hint: "Ask its author for the file as it was written.",
  },
  SIGNER_MISSING: {
    why: "None of the given signers may sign it, or the node does not hold the account's key.",
    cases: {
      noneNamed: {
        says: "No signer is named.",
        hint: "Name an account that signs.",
        actions: [{ name: "choose-signer" }],
      },
      step: {
        says: "To {step}, {senders|or} must sign.",
        hint: "What has been done is kept: do the same again with that account as a signer, and it resumes from here.",
      },
      boot: {
        says: "{signer} may not boot the network, but {senders|or} may.",
        hint: "Let one of them sign, or let the guardian name another boot operator.",
        actions: [{ name: "name-boot-operator", subject: "{signer}" }],
      },
      notInNode: { says: "The node does not sign for this account." },
      locked: { says: "The node has the account's key, but it is locked." },
      unlockForbidden: {
        says: "The node unlocks no account while its HTTP server is on.",
        hint: "Unlock it at the start (--unlock with --allow-insecure-unlock, where only you reach the port), or sign with its key.",
        actions: [{ name: "use-key" }],
      },
      otherKey: { says: "It is to be signed by {from}, and the key is that of {address}." },
    },
    hint: "Unlock it in the node, or sign with its key.",
    actions: [{ name: "use-key" }],
  },
  SIGNING_NOT_OFFERED: {
    why: "Signing a vote takes a key file, a key in the environment, or a node that signs EIP-712 messages; GoQuorum's nodes do not.",
    cases: {
      node: { says: "The node does not sign messages for {address}. It said: {said}" },
      signer: { says: "The signer for {address} signs transactions only." },
    },
    hint: "Sign with the account's key, or vote with a transaction.",
    actions: [{ name: "use-key" }],
  },
  STATIC_NODES_NOT_ALLOWED: {
    why: "A static-nodes.json or permissioned-nodes.json has mistakes; all of them are listed with line and column.",
    says: MISTAKES,
    hint: "Correct them, or use the file that a node runs with.",
  },
  STEP_WITHOUT_EFFECT: {
    why: "A step of a deployment was executed, but the chain does not show it.",
    says: '"{step}" was executed, but the chain does not show it.',
    hint: "Look at the transaction; another account may have changed the same thing.",
  },
  TIMED_OUT: {
    why: "What was waited for did not happen in time.",
    cases: {
      receipt: {
        says: "The transaction {hash} was sent, but not seen to be executed within {seconds} s. {whereabouts}",
        hint: 'It may still be executed: ask the node with eth_getTransactionReceipt ["{hash}"] before sending it again, and check that the network makes blocks.',
      },
      nonce: {
        says: "The transaction with nonce {nonce} of {from} was sent, but not seen to be executed within {seconds} s. {whereabouts}",
        hint: 'It may still be executed. Before sending it again, ask the node with eth_getTransactionCount ["{from}", "latest"]; more than {nonce} means that it was executed. Check that the network makes blocks.',
      },
      block: {
        says: "The transaction {hash} was executed in block {block}, which the node did not reach within {seconds} s.",
        hint: "Do not send it again. Check that the node is synchronising, and look at the network once it has that block.",
      },
      traffic: {
        says: "Nothing was sent: after {seconds} s, accounts that would lose a right are still sending.\n  {list|lines}",
        hint: SAFE_ORDER,
        actions: [{ name: "wait-until-quiet" }],
      },
    },
    hint: "Check that the network makes blocks. A transaction that the message names may still be executed: look for it first.",
  },
  TLS_CERTIFICATE_OF_OTHER_NODE: {
    why: "A certificate for TLS goes into the packages of the node whose host it names.",
    says: "The certificate in {file} is for {hosts}, and the nodes are at {known}.",
    hint: "Name the certificate of one of these nodes, or have one issued for its host.",
  },
  TLS_DIFFERS: {
    why: "One side of the connection speaks TLS, and the other does not, or not as this one does.",
    cases: {
      wanted: { says: "The server at {url} speaks TLS.", hint: "Write https instead of http, or wss instead of ws." },
      notOffered: {
        says: "The server at {url} does not speak TLS.",
        hint: "Write http instead of https, or ws instead of wss, if the way to it is safe without.",
      },
      failed: { says: "No TLS connection to {url}: {reason}." },
    },
    hint: "Check the server's TLS settings. It may want a certificate of whoever asks, which the tools do not have.",
  },
  TRANSACTION_FAILED: {
    why: "A transaction failed without a reason.",
    says: "The transaction {hash} failed without a reason.",
    hint: "It may have run out of gas, or the state changed before it was executed. Try again.",
  },
  TRANSACTION_FILE_NOT_ALLOWED: {
    why: "A file is not a transaction that was written to be signed elsewhere.",
    cases: {
      noJson: { says: "{file} is not JSON, and so not a transaction to be signed." },
      values: { says: "{file} is not a transaction to be signed. {list|sentences}" },
    },
    hint: "Name the file that was written to be signed, as it was written.",
  },
  TRANSACTION_OF_OTHER_CHAIN: {
    why: "The transaction was signed for another chain than that of the node.",
    says: "The transaction is for chain {chainId} with the first block {genesis}, and the node's chain {found} is another one.",
    hint: "Name a node of its chain.",
    actions: [{ name: "choose-node" }],
  },
  URL_NOT_ALLOWED: {
    why: "A node's address is of no kind that the tools know.",
    cases: {
      noUrl: { says: "The node's address is neither a URL nor the path of an IPC socket." },
      notHttp: { says: "The node's address is not an http URL." },
    },
    hint: "Write it like http://127.0.0.1:22000, ws://127.0.0.1:23000 or data/geth.ipc.",
  },
  USAGE: { says: "The command was used wrongly.", hint: "Its --help shows how to use it." },
  VALUES_NOT_ALLOWED: {
    why: "A network file cannot be made of the given values; all mistakes are listed with the name of their value.",
    says: "No network file can be made of these values:\n{list|lines}",
    hint: "Correct them. Nothing was written.",
  },
  VOTE_SIGNATURE_NOT_ALLOWED: {
    why: "What was asked to sign has signed something else, or with another key.",
    says: "The signature is not that of {voter} on what was to be signed.",
    hint: "Nothing was written. Sign with another signer.",
    actions: [{ name: "use-key" }],
  },
  ...FINDING_TEXTS,
} as const satisfies Readonly<Record<string, Descriptor>>;

/** What tells errors apart: a code of the library, or the name of a contract's error. */
export type ErrorCode = keyof typeof CATALOGUE | keyof typeof CONTRACT_ERROR_TEXTS;
