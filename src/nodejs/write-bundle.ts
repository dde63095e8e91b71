import path from "node:path";
import { type Bundle, bundleFiles, folderOf } from "../node-bundle/bundle-files.js";
import { writeWholeFolder } from "./whole-folder.js";

export interface WriteBundleOptions extends Bundle {
  directory: string;
}

/** Writes a folder for each node, all of them or none, and answers the folders. What is there already and the same stays;
 *  throws FILE_EXISTS when it is not the same, and FILE_NOT_WRITTEN. */
export function writeBundle(bundle: WriteBundleOptions): string[] {
  const directory = path.resolve(bundle.directory);
  writeWholeFolder(directory, bundleFiles(bundle));
  return bundle.nodes.map((node) => path.join(directory, folderOf(node)));
}
