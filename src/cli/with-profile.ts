import { environmentKey } from "../nodejs/key-files.js";
import type { Profile } from "../nodejs/profiles.js";
import type { Specs } from "./specs.js";

/** What neither an option nor a variable says is as the chosen profile has it. A key has an account of its own. */
export function withProfile(given: Record<string, unknown>, options: Specs): Record<string, unknown> {
  const { network, config, from } = given.profile as Profile;
  const hasKey = given.keystore !== undefined || environmentKey() !== undefined;
  const said = Object.entries({ network, config, ...(hasKey ? {} : { from }) }).filter(([name]) => name in options);
  const defined = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(said), ...Object.fromEntries(defined) };
}
