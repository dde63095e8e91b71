import { existsSync } from "node:fs";
import path from "node:path";
import envPaths from "env-paths";
import * as z from "zod";
import { toEndpoint } from "../chain/endpoint.js";
import { refusal } from "../errors/refusal.js";
import { toJson } from "../util/json.js";
import { readText, writeAtomically } from "./files.js";

/** What a network is called by those who use it: where its node and its configuration are, and who acts. It holds no secret. */
export interface Profile {
  name: string;
  network?: string | undefined;
  /** The absolute path of a permission-config.json. */
  config?: string | undefined;
  from?: string | undefined;
  /** The id of the chain that the node must be of. */
  chainId?: number | undefined;
}

const fileSchema = z.object({
  profiles: z.record(
    z.string(),
    z.object({
      network: z.string().optional(),
      config: z.string().optional(),
      from: z.string().optional(),
      chainId: z.int().optional(),
    }),
  ),
});

/** Where profiles are kept, by the conventions of the system. */
export function profilesFile(): string {
  return path.join(envPaths("portcullis", { suffix: "" }).config, "profiles.json");
}

/** All profiles, by name. Throws PROFILES_NOT_READ. */
export function readProfiles(): Profile[] {
  const file = profilesFile();
  if (!existsSync(file)) return [];
  try {
    const { profiles } = fileSchema.parse(JSON.parse(readText(file)));
    return Object.entries(profiles)
      .map(([name, profile]) => ({ name, ...profile }))
      .sort((one, other) => one.name.localeCompare(other.name, "en"));
  } catch (cause) {
    throw refusal("PROFILES_NOT_READ", { file }, { cause });
  }
}

/** The profile of this name. Throws PROFILE_UNKNOWN, PROFILES_NOT_READ. */
export function findProfile(name: string, all: readonly Profile[] = readProfiles()): Profile {
  const found = all.find((each) => each.name === name);
  if (found !== undefined) return found;
  if (all.length === 0) throw refusal("PROFILE_UNKNOWN", { cause: "none", name, file: profilesFile() });
  throw refusal("PROFILE_UNKNOWN", { cause: "other", name, known: all.map((each) => each.name) });
}

/** Keeps a profile. Throws PROFILE_EXISTS, PROFILE_SECRET, PROFILES_NOT_READ, FILE_NOT_WRITTEN. */
export function addProfile(profile: Profile): void {
  const { name, network } = profile;
  const all = readProfiles();
  if (all.some((each) => each.name === name)) throw refusal("PROFILE_EXISTS", { name });
  // What would be masked where it is shown may be a secret.
  if (network !== undefined && toEndpoint(network).shown !== network.replace(/\/$/, ""))
    throw refusal("PROFILE_SECRET", {});
  write([...all, profile]);
}

/** Forgets a profile. Throws PROFILE_UNKNOWN, PROFILES_NOT_READ, FILE_NOT_WRITTEN. */
export function removeProfile(name: string): void {
  const all = readProfiles();
  const found = findProfile(name, all);
  write(all.filter((each) => each !== found));
}

function write(all: readonly Profile[]): void {
  const profiles = Object.fromEntries(all.map(({ name, ...profile }) => [name, profile]));
  writeAtomically(profilesFile(), toJson({ profiles }));
}
