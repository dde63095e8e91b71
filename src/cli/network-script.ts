import type { Actor, Done } from "../actions/perform.js";
import type { Network } from "../network.js";
import { NETWORK_SETTINGS, openNetwork, openSigner, SIGNER_SETTINGS } from "./connection.js";
import { describeDone, print, printJson, say } from "./output.js";
import { type Args, type Given, script, type Usage } from "./script.js";

interface Read<T, A extends Args, F extends string, S extends string> extends Usage<A, F, S> {
  read: (network: Network, given: Given<A, F, S>) => Promise<T>;
  show: (value: T, network: Network) => string | Promise<string>;
}

/** A script that reads a network: for people, or with --json for programs. */
export function readScript<T, const A extends Args, F extends string = never, S extends string = never>(
  usage: Read<T, A, F, S>,
): Promise<void> {
  const flags = { ...usage.flags, json: "print JSON" } as Record<F | "json", string>;
  const settings = { ...usage.settings, ...NETWORK_SETTINGS } as Record<S | keyof typeof NETWORK_SETTINGS, string>;
  return script({ ...usage, flags, settings }, async (given) => {
    const network = await openNetwork(given.settings);
    const value = await usage.read(network, given);
    if (given.flags.json) printJson(value);
    else print(await usage.show(value, network));
  });
}

interface Write<A extends Args, F extends string, S extends string> extends Usage<A, F, S> {
  act: (actor: Actor, given: Given<A, F, S>) => Promise<Done>;
}

const WRITE_FLAGS = { dryRun: "ask only whether it would work", json: "print JSON" } as const;

/** A script that sends one transaction. */
export function writeScript<const A extends Args, F extends string = never, S extends string = never>(
  usage: Write<A, F, S>,
): Promise<void> {
  return actorScript(usage, async (actor, given) => {
    const done = await usage.act(actor, given);
    if (given.flags.json) printJson(done);
    else print(describeDone(done));
  });
}

/** A script that acts as one account. */
export function actorScript<const A extends Args, F extends string = never, S extends string = never>(
  usage: Usage<A, F, S>,
  work: (actor: Actor, given: Given<A, F | keyof typeof WRITE_FLAGS, S>) => Promise<void>,
): Promise<void> {
  const flags = { ...usage.flags, ...WRITE_FLAGS } as Record<F | keyof typeof WRITE_FLAGS, string>;
  type Settings = S | keyof typeof NETWORK_SETTINGS | keyof typeof SIGNER_SETTINGS;
  const settings = { ...usage.settings, ...NETWORK_SETTINGS, ...SIGNER_SETTINGS } as Record<Settings, string>;
  return script({ ...usage, flags, settings }, async (given) => {
    const network = await openNetwork(given.settings);
    const signer = await openSigner(network.chain, given.settings);
    await work({ network, signer, dryRun: given.flags.dryRun, say }, given);
  });
}
