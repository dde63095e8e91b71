import { writeFile } from "node:fs/promises";

import { storageLayouts } from "./storage.js";
import { measure } from "./workload.js";

const { sizes, gas } = await measure([3], [1]);
const write = (file: string, what: object): Promise<void> =>
  writeFile(new URL(`../../snapshots/${file}`, import.meta.url), `${JSON.stringify(what, null, 2)}\n`);
await write("gas.json", gas);
await write("sizes.json", sizes);
await write("storage.json", await storageLayouts());
console.log("Written: snapshots/gas.json, snapshots/sizes.json, snapshots/storage.json");
