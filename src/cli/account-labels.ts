import { existsSync } from "node:fs";
import path from "node:path";
import { readLabels } from "../nodejs/labels.js";
import { present } from "./presentation.js";

/** Where names for accounts are looked for when no file is named. */
export const LABELS_FILE = "labels.json";

/** Has accounts shown with the names from the file that was named, or from the one beside the configuration if there is one. */
export function presentLabels(named: string | undefined, configFile: string | undefined): void {
  const usual = configFile === undefined ? LABELS_FILE : path.join(path.dirname(configFile), LABELS_FILE);
  const file = named ?? (existsSync(usual) ? usual : undefined);
  if (file !== undefined) present({ labels: readLabels(file) });
}
