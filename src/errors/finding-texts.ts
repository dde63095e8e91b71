import type { Descriptor } from "./descriptor.js";

/** What only checks report; nothing throws it. The catalogue has these codes too. */
export const FINDING_TEXTS = {
  ACCOUNT_CANNOT_PAY: {
    why: "Gas has a price on this network, and an account that sends has too small a balance.",
    level: "warning",
    says: "The {who} {account} has {has}, and needs about {needs}.",
    hint: "Send it the difference.",
  },
  ACCOUNT_OF_TWO_AGENCIES: {
    why: "A consortium file names one account as an admin of two agencies. An account belongs to one organisation of a network.",
    says: "{place} {account} is an admin of {agency}, and of {other} too.",
    hint: "{agency} names another account, whose key only it has.",
  },
  ADMIN_NO_LONGER: {
    why: "The permission-config.json names an account that is no longer a network admin.",
    level: "info",
    says: '"accounts" names {account}, which is no longer a network admin.',
    hint: "Nothing needs to be done: nodes use the list only to boot.",
  },
  ADMINS_OF_AGENCY_DIFFER: {
    why: "An agency that is in a consortium already joins another group, and its card names other admins.",
    says: "The card of {agency} names other admins than the consortium file.",
    hint: "{agency} names the same in its card, and changes them in each group when it is there.",
  },
  AGENCY_WITHOUT_NODES: {
    why: "An agency of a consortium file has no node, so it becomes no organisation of any group.",
    level: "warning",
    says: "{place} {agency} has no node, and so is in no group.",
    hint: "Add its nodes, or remove it.",
  },
  ALL_MUST_AGREE: {
    why: "A voting rule needs every network admin, as a majority of two does. If one key is lost, what it is about cannot be decided. Where that holds for the rules themselves and for admins as well, it stays so for ever.",
    level: "warning",
    cases: {
      planned: {
        says: "{file} names two network admins, and a majority of two is both: if one key is lost, nothing can be decided ever again.",
        hint: "Name at least three accounts, of different people.",
      },
      forEver: {
        says: "{who} network admins must agree to {operations}. If one key is lost, that can never be done or changed again.",
        hint: "Appoint more network admins by vote, of different people: at least three can carry on without one of them.",
      },
      forNow: {
        says: "{who} network admins must agree to {operations}. If one key is lost, that cannot be done until the others have changed it.",
        hint: "Change the rule by vote, or appoint more network admins.",
      },
    },
    hint: "Appoint more network admins by vote, of different people.",
  },
  BLOCK_OF_FUTURE: {
    why: "The latest block has a time that lies in the future of the machine that checks. Either its clock is slow, or a validator's is fast. Proposals expire by the time of blocks.",
    level: "warning",
    says: "The latest block, {block}, has the time {time}, {ahead} later than this machine's clock.",
    hint: "Set the clocks of this machine and of the validators by NTP; nodes refuse blocks that are too far in their future.",
  },
  BLOCK_TOO_SMALL_FOR_NODES: {
    why: "A GoQuorum node that boots a network sends each transaction with 47,000,000 gas, and stops if a block holds less.",
    level: "warning",
    says: "The block gas limit is {blockGasLimit}, and a node that boots a network sends with {gas} gas.",
    hint: "Nodes would stop at startup. Boot the network before they have its permission-config.json.",
    actions: [{ name: "boot" }],
  },
  CARD_CHANGED: {
    why: "The signature of an agency's card does not fit what the card says: one of the two was changed after it was signed.",
    says: "{place} was changed after it was signed for {agency}.",
    hint: "Ask {agency} for its card again, on another way.",
  },
  CARD_MISSING: {
    why: "An agency that is invited has not answered, or its card was not named.",
    says: "{agency} has not answered; it is invited to {groups}.",
    hint: "Ask it for its card, or leave its groups out for now.",
    actions: [{ name: "choose-groups" }],
  },
  CARD_NOT_ALLOWED: {
    why: "An agency's card has mistakes, or does not fit the invitation; all are listed with line and column.",
    says: "{place} {mistake}",
    hint: "The agency corrects it, and signs another card.",
  },
  CARD_OF_OTHER_INVITATION: {
    why: "An agency's card answers another invitation, or one of the two was changed.",
    says: "{place} answers another invitation than this one.",
    hint: "Compare the invitation's hash with {agency} and with whoever invites, by voice; whoever has another one starts again from the right one.",
  },
  CARD_SIGNER_NOT_ALLOWED: {
    why: "An agency's card is signed by somebody who may not speak for the agency.",
    cases: {
      noKey: { says: "The card of {agency} does not say by which key it is signed." },
      noAdmin: {
        says: "The card of {agency} is signed by none of the admins that it names.",
        hint: "An admin of {agency} signs it with the key of its account.",
      },
      noCertificate: {
        says: "The card of {agency} has no certificate, and the invitation names the root for it.",
      },
      otherRoot: {
        says: "{name}, which has signed the card of {agency}, is not of the root with the fingerprint {root}.",
        hint: "{agency} signs with a certificate of that root, and gives the root with it; or whoever invites names another root.",
      },
    },
    hint: "{agency} signs with its certificate, and gives those above it up to the root.",
  },
  CARD_TWICE: {
    why: "There are two different cards of one agency, both of which it has signed.",
    says: "{place} is another card of {agency} than the one before.",
    hint: "Ask {agency} which of the two counts, and leave the other out.",
  },
  CERTIFICATE_CHAIN_BROKEN: {
    why: "Nothing that is trusted vouches for a certificate, or something in between may not.",
    cases: {
      noIssuer: {
        says: "Nothing that is given is the issuer of {name}: {issuer}.",
        hint: "Name the certificates between, and the root that you trust.",
      },
      notSigned: {
        says: "{issuer} has not signed {name}, which names it as its issuer.",
        hint: "Either it is forged, or there is another certificate of that issuer: get it from the organisation.",
      },
      circle: {
        says: "{name} is vouched for by what it vouches for itself, and by none of the roots that are given.",
        hint: "Get the root from the organisation itself, and the certificates between.",
      },
      notTrusted: {
        says: "{name} vouches for itself, and is none of the roots that are given.",
        hint: "Get the root from the organisation itself, and compare its fingerprint.",
      },
      noAuthority: { says: "{name} may not vouch for others: it is no authority." },
      use: { says: "The key of {name} may not sign certificates." },
      pathLength: {
        says: "{name} allows {allowed} intermediate certificates below it, and there are {index}.",
        hint: "Have the certificate issued further up.",
      },
    },
    hint: "Have the certificate issued by an authority of the organisation.",
  },
  CERTIFICATE_NAME_DIFFERS: {
    why: "A certificate is for another organisation or another role.",
    cases: {
      issuer: { says: "{name} is vouched for by {issuer}, of another organisation." },
      organisation: { says: "{name} is of the organisation {organisation}, not of {wanted}." },
      role: { says: "{name} has the role {role}, not {wanted}." },
    },
    hint: "Have one issued by the organisation itself, for that role.",
  },
  CERTIFICATE_ODD: {
    why: "Programs would read a certificate in different ways, so none should.",
    cases: {
      extension: {
        says: "{name} has extensions twice, damaged, or such as must be understood and are not: {odd}.",
      },
      serial: { says: "{name} has the serial number {serial}, which is not positive." },
      length: { says: "{name} has the serial number {serial}, which is longer than 20 octets." },
      period: { says: "{name} ends before it begins." },
    },
    hint: "Have another one issued.",
  },
  CERTIFICATE_REVOKED: {
    why: "Its issuer has revoked a certificate, or frozen it for a time.",
    cases: {
      forGood: { says: "{name} is revoked since {since|moment} ({reason})." },
      hold: {
        says: "{name} is on hold since {since|moment}.",
        hint: "Ask its issuer, which can end the hold.",
      },
    },
    hint: "Have another one issued, for another key if this one is lost.",
  },
  CERTIFICATE_USE_DIFFERS: {
    why: "A certificate is for something else, by what its key may be used for (key usage), its purposes (extended key usage) and the hosts that it names.",
    cases: {
      other: { says: "{name} is there to {found}, not to {wanted}." },
      nothing: { says: "{name} is there for nothing that is known here." },
      issuer: { says: "{issuer} vouches for other purposes than to {found}, which {name} is there for." },
    },
    hint: "Have one issued for what it is to do.",
  },
  CHAIN_ID_TWICE: {
    why: "Two groups of a consortium file have one chain id. What somebody sends in one of them, anybody can send again in the other, in their name.",
    says: "{place} The group {group} has the chain id {chainId} of the group {other}: what is sent in one can be sent again in the other.",
    hint: "Whoever founds one of them gives it another chain id, before its genesis is made.",
  },
  CODE_OF_OTHER_VERSION: {
    why: "A contract's code is not that of this version of Portcullis: it comes from another version, or from somewhere else.",
    level: "warning",
    says: "Not the code of this version, so from another version or from somewhere else: {contracts}.",
    hint: "Check with the tools of the version that deployed it; the guardian can upgrade the implementation.",
  },
  CONFIG_KEY_MISSING: {
    why: "The permission-config.json has only one of the two spellings of the upgradable contract's key. Nodes read upgrdableAddress, the documentation says upgradableAddress.",
    level: "warning",
    says: '"{lacking}" is missing: nodes read "{ofNodes}", the documentation says "{ofDocuments}".',
    hint: "Write both, with the same address.",
  },
  CONFIG_KEY_TWICE: {
    why: "The permission-config.json has a key several times, perhaps with other capitals. Nodes take the last one.",
    level: "warning",
    says: 'The key "{key}" is there {count} times, and nodes take the last one.',
    hint: "Remove the others.",
  },
  CONFIG_KEY_UNKNOWN: {
    why: "The permission-config.json has a key that nodes do not read.",
    level: "warning",
    says: 'Nodes do not know the key "{key}".',
    hint: "Correct its spelling, or remove it.",
  },
  CONFIG_WITHOUT_CHAIN: {
    why: "The permission-config.json does not say of which chain it is: an earlier version wrote it, or another program. Networks that the same account deployed have the same addresses, so the file of one may be taken for that of another.",
    level: "info",
    says: "The permission-config.json does not say of which chain it is, so it may be taken for another network's.",
    hint: 'Add "chainId": {chainId} and "genesisHash": "{genesisHash}" to it; nodes ignore both.',
  },
  ENODE_ID_TWICE: {
    why: "Two processes have one enode id, that is one key. In one group they take each other's connections; in two, whoever gets hold of the key has both.",
    cases: {
      nodes: {
        says: "{place} {node} in {group} has the enode id of {other} in {otherGroup}.",
        hint: "{agency} makes a key of its own where {node} runs, and writes its enode id.",
      },
      sameNode: {
        level: "warning",
        says: "{place} {node} uses one key in {group} and in {otherGroup}: whoever gets hold of it has both.",
        hint: "{agency} makes a key for each group.",
      },
    },
    hint: "Make a key for each process, where it runs.",
  },
  FEW_VALIDATORS: {
    why: "A group of a consortium file has so few nodes that make blocks that it stands still when one of them does. On Istanbul BFT and QBFT two thirds, rounded up, must agree to a block; on Raft more than half.",
    cases: {
      none: {
        says: "{place} The group {group} has no validator, so nobody makes blocks.",
        hint: "Let at least one of its nodes be a validator, better four.",
      },
      all: {
        level: "warning",
        says: "{place} The group {group} stands still when one of its nodes that make blocks stops; it has {count}.",
        hint: "Have its agencies add nodes that make blocks: three go on without one of them.",
      },
      honest: {
        level: "info",
        says: "{place} The group {group} goes on when one of its three validators stops, but not when one lies.",
        hint: "Have its agencies add a fourth validator if they do not trust each other's nodes.",
      },
    },
    hint: "Add nodes that make blocks.",
  },
  GAS_PRICE_ASKED: {
    why: "Gas has a price on this network, so the accounts that send need a balance.",
    level: "info",
    says: "Gas costs {price} wei here: a deployment needs about {deployment}, a vote about {vote}.",
    hint: "Send the guardian and the network admins enough. If the nodes take transactions at another price, or for nothing, name it.",
    actions: [{ name: "offer-gas-price" }],
  },
  GENESIS_DIFFERS: {
    why: "Two files of a group's first block do not say the same to nodes, which then are of different networks.",
    cases: {
      value: { says: "{path} is {here} in {one}, and {there} in {other}." },
      validators: {
        says: "Validators only in {one}: {onlyHere}. Only in {other}: {onlyThere}.",
        hint: "Compare the enode ids of the nodes that make blocks: somebody has another card, or another key.",
      },
      order: {
        says: "{one} and {other} have the same validators in another order.",
        hint: "Make both with the same tool: here they always stand in the order of their addresses.",
      },
    },
    hint: "Agree on one, and make the genesis of all from it.",
  },
  GUARDIAN_DIFFERS: {
    why: "The network file does not name the network's guardian.",
    level: "warning",
    says: "{file} names the guardian {named}, and the network's is {guardian}.",
    hint: "If the office was handed over, write the new guardian into the file. If not, it is another network's file.",
  },
  GUARDIAN_IS_NETWORK_ADMIN: {
    why: "The guardian's account is also a network admin, so its key is in daily use.",
    level: "info",
    cases: {
      planned: {
        says: "{file} also names the guardian {guardian} as a network admin, so its key is in daily use.",
        hint: "Choose an account for the guardian whose key is kept separately.",
      },
      inOffice: { says: "The guardian {guardian} is also a network admin, so its key is in daily use." },
    },
    hint: "Hand the guardian's office to an account whose key is kept separately.",
  },
  GUARDIAN_TRANSFER_OPEN: {
    why: "The guardian has proposed a successor, which becomes the guardian when it accepts.",
    level: "info",
    says: "{successor} is proposed as the next guardian, but has not accepted.",
    hint: "Let it accept, or let the guardian propose itself or another account.",
  },
  HOST_NAME_OF_NODE: {
    why: "A consortium file names a node by a host name. GoQuorum nodes ask with the IP that a connection comes from, never with a host name, and read URLs of host names on Raft with --raftdnsenable only.",
    level: "warning",
    says: "{place} {node} is named by the host name {host}, which networks that compare IPs let in nowhere.",
    hint: "{agency} gives its IP address, or all agree to compare none.",
  },
  HOST_NAMES_COMPARED: {
    why: "GoQuorum nodes ask with the IP that a connection comes from, never with a host name. Where IPs are compared, no other node lets in a node that is listed by a host name.",
    cases: {
      planned: {
        level: "warning",
        says: "{file} compares IPs, and names nodes by host name: {hosts}.",
        hint: "Write ipCheck: off, or give their IP addresses. Nodes ask with IPs, never with names, so these would be let in nowhere.",
      },
      listed: {
        says: "IPs are compared, and these nodes are listed by host name, so that no other node lets them in: {nodes}.",
      },
    },
    hint: "Network admins can end the comparison by vote; or an admin of their organisation can move them to their IP addresses.",
    actions: [{ name: "move-node" }],
  },
  IMPLEMENTATION_REPLACED: {
    why: "The guardian has replaced the implementation since the permission-config.json was written.",
    level: "info",
    says: '"implAddress" names {named}, and the current implementation is {current}.',
    hint: "Nothing needs to be done: nodes of model v2 do not call the address.",
  },
  JOINS_OTHER_GROUP: {
    why: "An invitation to join a group names another genesis than the one that this consortium file makes, or a group that it does not have.",
    says: "The group {group} of the invitation is none of this consortium file: its genesis is another one.",
    hint: "Compare the consortium file with whoever has made the invitation.",
  },
  NODES_AT_ONE_ADDRESS: {
    why: "Two nodes have one address, ip and port, at which only one of them can listen.",
    level: "warning",
    says: "{where} names the nodes {node|id} and {other|id} at one address, {address}.",
    hint: "Correct the address of one of them, or take out the one that is no more.",
    byState: {
      state: "{status}",
      ways: {
        approved: {
          hint: "Deactivate the one that is no more, or move one of them to an address of its own.",
          actions: [{ name: "move-node" }],
        },
      },
    },
  },
  NODE_AT_LOOPBACK: {
    why: "A node has an address that leads each machine to itself, while other nodes of the network have real addresses.",
    level: "warning",
    says: "{where} names the node {node|id} at {address}, where other machines do not reach it; others are elsewhere, such as at {elsewhere}.",
    hint: "Give the address at which the other nodes reach it.",
    byState: {
      state: "{status}",
      ways: {
        approved: {
          hint: "Move it to the address at which the other nodes reach it.",
          actions: [{ name: "move-node" }],
        },
      },
    },
  },
  NODE_BEHIND: {
    why: "A node did not get a block within seconds that another node has.",
    level: "warning",
    says: "{node} is at block {block}, and another node at block {highest}.",
    hint: "Wait, and check again. If it stays there, look for BAD BLOCK in its log and restart it; a node that stays behind even so needs fresh chain data.",
  },
  NODE_ENDED: {
    why: "The admission of a node was given until a time, which has come. Other nodes refuse its connections from then on, but no event tells them: they go on listing it as approved, and open connections stay.",
    level: "warning",
    says: "The admission of the node {enodeId|id} of {org} ended {ended}, and other nodes still list it as approved.",
    hint: "An admin of {org} can renew it, let it go, or deactivate it, so that the others drop it.",
    actions: [{ name: "deactivate-node", subject: "{enodeId|beginning}" }],
  },
  NODE_LIST_NOT_READ: {
    why: "The network file takes its nodes from a list that the tools can read, but nodes cannot: they read strict JSON only.",
    level: "warning",
    says: "{file}:{line}:{column} {flaw} Nodes that have this file read nothing of it.",
    hint: "{remedy} Nodes read strict JSON in UTF-8 only.",
  },
  NODE_NOT_APPROVED: {
    why: "A node in a list of nodes is not approved in the contracts, so others refuse its connections.",
    level: "warning",
    cases: {
      unknown: {
        says: "{file} names the node {url}, which is unknown to the contracts.",
        hint: "Remove it from the list, or have an admin of its organisation add it.",
        actions: [{ name: "add-node" }],
      },
      status: { says: "{file} names the node {url}, which is {status}." },
      ended: {
        says: "{file} names the node {url}, whose admission has ended.",
        hint: "Remove it from the list, or have an admin of its organisation renew it.",
        actions: [{ name: "renew-node", subject: "{enodeId|beginning}" }],
      },
    },
    hint: "Remove it from the list, or see what its status asks for.",
    byState: {
      state: "{status}",
      ways: {
        none: {
          hint: "It belongs to no organisation. Remove it from the list, or have an admin of one add it.",
          actions: [{ name: "add-node" }],
        },
        proposed: {
          hint: "Network admins first vote on its organisation.",
          actions: [{ name: "list-proposals" }],
        },
        deactivated: {
          hint: "Remove it from the list, or have an admin of its organisation activate it.",
          actions: [{ name: "activate-node", subject: "{enodeId|beginning}" }],
        },
        blacklisted: {
          hint: "Remove it from the list. Only a vote can lift a blacklisting.",
          actions: [{ name: "recover-node", subject: "{enodeId|beginning}" }],
        },
        "recovery proposed": {
          hint: "Its recovery is proposed; vote on that.",
          actions: [{ name: "list-proposals" }],
        },
      },
    },
  },
  NODE_NOT_NAMED: {
    why: "The admin organisation has a node that the network file does not name: it was added at the boot or later.",
    level: "info",
    says: "The admin organisation has the node {url}, which {file} does not name.",
    hint: "Nothing needs to be done if a network admin added it; the history says who did.",
    actions: [{ name: "read-history" }],
  },
  NODE_OF_OTHER_CHAIN: {
    why: "A node has another first block than the others: it belongs to another network.",
    says: "{node} belongs to another chain: its first block is another one.",
    hint: "Check its URL, and with which genesis file it was initialised.",
  },
  NODE_ON_OTHER_BLOCK: {
    why: "A node has a block of its own in the place of one that the other nodes have. It cannot follow them any more.",
    says: "{node} has another block {block} than the other nodes: {hash}.",
    hint: "It does not come back by itself. Stop it, give it fresh chain data, and let it synchronise.",
  },
  NODE_SYNCING: {
    why: "The node has not caught up with its network, so its answers are out of date.",
    level: "warning",
    says: "The node is at block {block} of {highest}, so its answers are out of date.",
    hint: "Wait until it has caught up (eth_syncing answers false), or ask another node.",
  },
  NODE_URL_DIFFERS: {
    why: "A list gives a different URL for a node from the contracts, and nodes compare URLs as text.",
    level: "warning",
    cases: {
      address: { says: "{file} names the node {url}, and the contracts say {listed}." },
      // Connections find a node under any spelling of its address; what events do to permissioned-nodes.json does not.
      spelling: {
        level: "info",
        says: "{file} names the node {url}, and the contracts spell it {listed}.",
        hint: "Write the URL from the contracts: nodes compare URLs as text.",
      },
    },
    hint: "Write the URL from the contracts, since nodes compare URLs as text, or have the node's address changed.",
    actions: [{ name: "move-node" }],
  },
  NOT_BOOTED: {
    why: "The network is deployed but has not booted: no one can decide anything yet, and it permits everything.",
    level: "warning",
    says: "The network has not booted: no one can decide anything yet, and it permits everything.",
    hint: "Boot it with a boot operator's signature.",
    actions: [{ name: "boot" }],
  },
  NOT_CHECKED: {
    why: "The node, or a proxy in front of it, does not offer a method that a part of the check needs. The other parts were checked.",
    level: "warning",
    says: "Not checked, since the node does not offer what this needs ({answer}): {subject}.",
    hint: "Check through another node, or let this one offer the APIs eth, net and web3.",
  },
  NO_NEW_BLOCKS: {
    why: "The chain has made no block for a while.",
    level: "warning",
    cases: {
      never: { says: "The chain has made no block yet; block {block} is the latest." },
      lately: {
        says: "The chain has made no block for {age}; block {block} is the latest.",
        hint: "On Raft this is normal while no one sends. Otherwise check that the validators are running and can reach each other.",
      },
      halted: {
        says: "The chain has made no block for {age}, and before that at least one every {pace}; block {block} is the latest.",
      },
      waiting: {
        says: "The chain has made no block for {age}, although transactions wait at the node ({waiting}); block {block} is the latest.",
      },
      noLeader: {
        says: "The Raft cluster has no leader, so the chain makes no blocks; block {block} is the latest, {age} old.",
        hint: "Start as many nodes that more than half of the cluster run and reach each other.",
      },
    },
    hint: "Check that enough nodes that make blocks are running, and can reach each other; look for BAD BLOCK and panic in their logs.",
  },
  CACHE_NEARLY_FULL: {
    why: "GoQuorum nodes keep what they know of a network in caches of a fixed size; 70 % of one are in use.",
    level: "warning",
    says: "The caches of GoQuorum nodes hold {use}; what does not fit is forgotten, and its transactions are refused.",
    hint: "Lower the limits of organisations by vote (setting set). Records are never deleted; a new network has room again.",
  },
  ONE_NETWORK_ADMIN: {
    why: "The network has only one network admin: if that key is lost, nothing can be decided; if it is stolen, the thief can decide everything.",
    level: "warning",
    cases: {
      planned: {
        says: "{file} names only one network admin; if its key is lost, nothing can be decided.",
        hint: "Name at least three accounts, of different people.",
      },
      inOffice: { says: "{account} is the only network admin; if its key is lost, nothing can be decided." },
    },
    hint: "Appoint at least two more by vote, of different people.",
  },
  OUT_OF_REACH: {
    why: "A consortium file gives a node an address at which other nodes of its group cannot reach it.",
    cases: {
      loopback: {
        says: "{place} {node} is at {host}, which leads each machine to itself; others of {group} are elsewhere, such as {other} at {elsewhere}.",
      },
      privately: {
        level: "warning",
        says: "{place} {node} is at the private address {host}, and {other} of {group} at the public one {elsewhere}.",
        hint: "{agency} gives the address at which the others reach it, or all of them a network that they share.",
      },
    },
    hint: "{agency} gives the address at which the others reach it.",
  },
  PACKAGE_CHANGED: {
    why: "A node's package is not as it was made.",
    cases: {
      changed: { says: "{file} was changed." },
      missing: { says: "{file} is missing." },
      added: {
        says: "{file} was added.",
        hint: "Take it out: keys and blocks are in the node's own directory, not in its package.",
      },
    },
    hint: "Write the package anew, or get it again.",
  },
  PACKAGE_KEY_DIFFERS: {
    why: "A key or a certificate does not belong to the node of a package.",
    cases: {
      node: {
        says: "The key is not that of {node} in {group}.",
        hint: "Name the key that was made for this node and group.",
      },
      host: { says: "{file} is for {hosts}, and the node is at {host}." },
      tls: {
        says: "The key for TLS is not that of the certificate in {file}.",
        hint: "Name the key that was made for it.",
      },
    },
    hint: "Have a certificate issued for the node's host.",
  },
  PACKAGE_NOT_READ: {
    why: "A directory is not a node's package.",
    says: "There is no {file} that says what belongs to the package.",
    hint: "Name the folder of one node in one group.",
  },
  PACKAGE_OF_OTHER_CONSORTIUM: {
    why: "A node's package was made from another consortium file.",
    cases: {
      noProcess: { says: "The consortium file has no {node} of {agency} in {group}." },
      genesis: { says: "The genesis is not the one that the consortium file makes for {group}." },
      lists: {
        level: "warning",
        says: "The nodes of {group} are others in the consortium file than in {files}.",
        hint: "Write the package anew, if the consortium file is the newer one.",
      },
    },
    hint: "Write the package anew from the consortium file that all have agreed on.",
  },
  POLICY_NEEDS_EVERYBODY: {
    why: "A policy needs the vote of every organisation that votes by it, or none of them is active. If one does not answer, what it is about cannot be decided.",
    level: "warning",
    cases: {
      everybody: {
        says: "Every organisation that votes must agree to {operations}, by the policy {policy}. If one does not answer, that cannot be decided.",
      },
      noOne: { says: "No organisation may vote to {operations} now, by the policy {policy}." },
    },
    hint: "Change the policy by vote, or let more organisations vote.",
    actions: [{ name: "change-policy" }],
  },
  POLICY_NOT_MET: {
    why: "Nobody holds the roles that a policy names, in so many organisations that it cannot be met.",
    level: "warning",
    says: "All who could vote now would not suffice to {operation}, by the policy {policy}.",
    hint: "Let the organisations give more accounts these roles, or change the policy by vote.",
    actions: [{ name: "change-policy" }],
  },
  PORT_TWICE: {
    why: "Two processes of a consortium file want one port on one machine, on which only one of them can listen. They may be of different groups and agencies.",
    says: "{place} {node} in {group} wants port {port} of {host} ({use}), which {other} in {otherGroup} has ({otherUse}).",
    hint: "{agency} gives one of them another port, or its own machine's address.",
  },
  PROPOSAL_EXPIRES_SOON: {
    why: "An open proposal expires within a week.",
    level: "info",
    says: "Proposal {id} (to {operation}) expires at {expiresAt}.",
    hint: "Vote on it, or let it expire.",
  },
  RAFT_PORT_MISSING: {
    why: "A node has no Raft port, while most others of the network have one. On Raft every node needs one: nodes do not start with a static-nodes.json that names one without.",
    level: "warning",
    says: "{where} names the node {node|id} at {address} without a Raft port; most others have one, such as the node at {other}.",
    hint: "If the network runs on Raft, give the whole enode URL, with its raftport; in a shell it needs quotes.",
    byState: {
      state: "{status}",
      ways: {
        approved: {
          hint: "If the network runs on Raft, move it to its whole enode URL with its raftport, in quotes if a shell reads it.",
          actions: [{ name: "move-node" }],
        },
      },
    },
  },
  REVOCATION_LIST_ENDLESS: {
    why: "A revocation list does not say when there is a newer one (nextUpdate), so nobody sees whether it is out of date.",
    level: "warning",
    says: "The revocation list of {issuer} in {place} does not say until when it counts: there may be a newer one since {since|moment}.",
    hint: "Get the present one from the organisation. It gets an end when it is signed anew.",
  },
  REVOCATION_NOT_CHECKED: {
    why: "Without revocation lists nobody can say whether a certificate was revoked.",
    level: "warning",
    says: "Whether {name} is revoked is not known: no revocation list is given.",
    hint: "Get the lists from the organisation, and name them.",
  },
  ROLES_ENDED: {
    why: "Accounts have been given a role until a time, which has come: they send nothing any more.",
    level: "info",
    says: "These roles have ended: {roles}.",
    hint: "An admin of the organisation can renew each, or let the account go.",
    actions: [{ name: "renew-account" }],
  },
  RULE_ASKS_TOO_MUCH: {
    why: "A voting rule requires more votes than there are network admins, so all of them must agree.",
    level: "warning",
    says: "The rule to {operation} requires {count} votes, more than there are network admins ({admins}): all must agree.",
    hint: "Appoint more network admins, or change the rule by vote.",
  },
  RULE_FORBIDS: {
    why: "A voting rule forbids an operation.",
    level: "info",
    says: "The voting rules forbid this operation: {operation}.",
    hint: "If that is not intended, change the rule by vote.",
  },
  SETTINGS_NOT_BOOTED: {
    why: "The network file sets something that only the tools set at the boot. A GoQuorum node that boots the network leaves it out.",
    level: "warning",
    says: "{file} sets {settings}, which a node that boots the network leaves out.",
    hint: "Boot the network before any node has its permission-config.json, or set this by vote afterwards.",
    actions: [{ name: "boot" }],
  },
  SETTING_DIFFERS: {
    why: "The network file sets something else than the network has: it was changed by vote, or a node booted the network.",
    level: "info",
    says: "{file} says {inFile}, and the network has {inNetwork}.",
    hint: "If no vote changed it, the boot left it out: set it by vote. The history says which.",
    actions: [{ name: "read-history" }],
  },
  SUSPENSION_ENDED: {
    why: "An organisation was suspended until a time, which has come: its accounts have their rights again. No event tells nodes, so their lists go on showing it as suspended, and where organisations vote, its voice does not count yet.",
    level: "warning",
    says: "The suspension of {org} ended {ended}, and that has not been recorded.",
    hint: "Anybody can record it.",
    actions: [{ name: "record-end-of-suspension", subject: "{org}" }],
  },
} as const satisfies Readonly<Record<string, Descriptor>>;
