import type { Command } from "commander";

interface Noun {
  does: string;
  load: () => Promise<{ default: Command }>;
}

/** Everything that stands after "portcullis", by area. Each is loaded when it is used, so that the help comes at once. */
export const AREAS: Readonly<Record<string, Readonly<Record<string, Noun>>>> = {
  "Set up:": {
    init: { does: "begin a network file", load: () => import("./commands/init.js") },
    check: {
      does: "find what is wrong with files, a chain or a deployment",
      load: () => import("./commands/check.js"),
    },
    deploy: { does: "deploy, link and boot a network", load: () => import("./commands/deploy.js") },
    boot: { does: "boot a network that was deployed without it", load: () => import("./commands/boot.js") },
    bundle: { does: "write down what each node gets", load: () => import("./commands/bundle.js") },
  },
  "Look:": {
    status: { does: "how the network stands", load: () => import("./commands/status.js") },
    inbox: { does: "what waits for my vote", load: () => import("./commands/inbox.js") },
    can: { does: "who may send, which node may connect, and why not", load: () => import("./commands/can.js") },
    console: { does: "the same as a node's console prints it", load: () => import("./commands/console.js") },
  },
  "Look and change:": {
    org: { does: "organisations", load: () => import("./commands/org.js") },
    node: { does: "nodes", load: () => import("./commands/node.js") },
    account: { does: "accounts", load: () => import("./commands/account.js") },
    role: { does: "roles", load: () => import("./commands/role.js") },
    admin: { does: "network admins and organisations' admins", load: () => import("./commands/admin.js") },
    rule: { does: "how votes are counted", load: () => import("./commands/rule.js") },
    proposal: { does: "what is decided by vote", load: () => import("./commands/proposal.js") },
  },
  "Audit:": {
    history: { does: "who did what, when, in which transaction", load: () => import("./commands/history.js") },
    watch: { does: "the same while it happens", load: () => import("./commands/watch.js") },
    export: { does: "everything as JSON or CSV", load: () => import("./commands/export.js") },
    graph: { does: "a drawing of the organisations", load: () => import("./commands/graph.js") },
  },
  "Guardian:": {
    guardian: { does: "who may replace the implementation", load: () => import("./commands/guardian.js") },
    upgrade: { does: "replace the implementation", load: () => import("./commands/upgrade.js") },
  },
};
