import { writeFile } from "node:fs/promises";

import { measure } from "./workload.js";

const { sizes, gas } = await measure([3], [1]);
const write = (file: string, figures: Record<string, number>): Promise<void> =>
  writeFile(new URL(`../snapshots/${file}`, import.meta.url), `${JSON.stringify(figures, null, 2)}\n`);
await write("gas.json", gas);
await write("sizes.json", sizes);
console.log("Written: snapshots/gas.json, snapshots/sizes.json");
