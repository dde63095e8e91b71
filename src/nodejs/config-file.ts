import { type PermissionConfig, parsePermissionConfig } from "../network/permission-config/permission-config.js";
import { toJson } from "../util/json.js";
import { fileAt, writeAtomically } from "./files.js";

/** Reads a permission-config.json. Throws FILE_NOT_READ, CONFIG_NOT_ALLOWED, MODEL_NOT_SUPPORTED or FORMAT_NEWER. */
export function readPermissionConfig(file: string): PermissionConfig {
  return parsePermissionConfig(fileAt(file));
}

/** A node that starts meanwhile finds no file, or all of it: half a file would stop it with a misleading error. */
export function writePermissionConfig(file: string, config: PermissionConfig): void {
  writeAtomically(file, toJson(config));
}
