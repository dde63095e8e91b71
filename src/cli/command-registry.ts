import type { Command } from "commander";

interface Noun {
  does: string;
  load: () => Promise<{ default: Command }>;
}

/** Everything that stands after "portcullis", by area. Each is loaded when it is used, so that the help comes at once. */
export const COMMAND_AREAS: Readonly<Record<string, Readonly<Record<string, Noun>>>> = {
  "Set up:": {
    init: { does: "create a network file", load: () => import("./commands/init.js") },
    profile: {
      does: "names for network, configuration, chain and account",
      load: () => import("./commands/profile.js"),
    },
    check: {
      does: "find what is wrong with files, a chain or a deployment",
      load: () => import("./commands/check.js"),
    },
    deploy: { does: "deploy, link and boot a network", load: () => import("./commands/deploy.js") },
    boot: { does: "boot a network that was deployed with --without-boot", load: () => import("./commands/boot.js") },
    bundle: { does: "write the files for each node", load: () => import("./commands/bundle.js") },
    consortium: {
      does: "several networks that the same agencies run together",
      load: () => import("./commands/consortium.js"),
    },
  },
  "Look:": {
    status: { does: "the state of the network", load: () => import("./commands/status.js") },
    inbox: { does: "what waits for your vote", load: () => import("./commands/inbox.js") },
    can: { does: "who may send or connect, whose votes suffice, and why", load: () => import("./commands/can.js") },
    "node-lists": {
      does: "the lists of a node, as its console prints them",
      load: () => import("./commands/node-lists.js"),
    },
  },
  "Look and change:": {
    org: { does: "organisations", load: () => import("./commands/org.js") },
    node: { does: "nodes", load: () => import("./commands/node.js") },
    validator: { does: "nodes that make blocks", load: () => import("./commands/validator.js") },
    account: { does: "accounts", load: () => import("./commands/account.js") },
    role: { does: "roles", load: () => import("./commands/role.js") },
    contract: { does: "who may call which contract", load: () => import("./commands/contract.js") },
    import: { does: "add roles, accounts and nodes from a file", load: () => import("./commands/import.js") },
    admin: { does: "network admins and organisations' admins", load: () => import("./commands/admin.js") },
    rule: { does: "how many votes of network admins are needed", load: () => import("./commands/rule.js") },
    policy: { does: "who votes on what, and how votes are counted", load: () => import("./commands/policy.js") },
    emergency: {
      does: "what is suspended at once, and ends by itself",
      load: () => import("./commands/emergency.js"),
    },
    setting: { does: "what is set for the whole network", load: () => import("./commands/setting.js") },
    proposal: { does: "what is decided by vote", load: () => import("./commands/proposal.js") },
    resolution: {
      does: "several changes that are decided as one",
      load: () => import("./commands/resolution.js"),
    },
  },
  "Certificates:": {
    cert: { does: "make, issue, verify and revoke certificates", load: () => import("./commands/cert.js") },
  },
  "Sign elsewhere:": {
    transaction: {
      does: "sign and send what was written with --unsigned",
      load: () => import("./commands/transaction.js"),
    },
  },
  "Audit:": {
    history: { does: "who did what, when, in which transaction", load: () => import("./commands/history.js") },
    watch: { does: "the same as it happens", load: () => import("./commands/watch.js") },
    export: { does: "everything as JSON or CSV", load: () => import("./commands/export.js") },
    graph: { does: "a drawing of the organisations", load: () => import("./commands/graph.js") },
  },
  "Guardian:": {
    guardian: { does: "who may replace the implementation", load: () => import("./commands/guardian.js") },
    upgrade: { does: "replace the implementation", load: () => import("./commands/upgrade.js") },
  },
};
