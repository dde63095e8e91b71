import Table from "cli-table3";

import {
  compare,
  geometricMean,
  growthOf,
  isDeployment,
  isView,
  isWrite,
  ONCE,
  referenceFigures,
  type Line,
} from "./compare.js";
import { measure } from "./workload.js";

const figures = await measure([3, 30, 300], [1, 10, 100, 500]);
const lines = compare(figures.gas, referenceFigures.gas);

console.log(
  "Gas on an Istanbul EVM: the reference suite and this one, one story, one call each line (or their mean).\n",
);
print("Deployments", lines.filter(isDeployment));
print("Operations that change something", lines.filter(isWrite));
print("Questions, intrinsic gas included", lines.filter(isView));

const sizes = new Table({ head: ["Deployed code, bytes", "reference", "ours"], colAligns: ["left", "right", "right"] });
for (const [name, size] of Object.entries(referenceFigures.sizes)) sizes.push([name, size, figures.sizes[name] ?? "-"]);
console.log(sizes.toString());

const growth = new Table({ head: ["Growth", "figures", "last / first"] });
for (const [name, row] of Object.entries(figures.growth)) {
  const cells = Object.entries(row).map(([size, gas]) => `${size}: ${gas}`);
  growth.push([name, cells.join("  "), growthOf(row).toFixed(3)]);
}
console.log(growth.toString());

const repeated = lines.filter((line) => isWrite(line) && !ONCE.includes(line.operation));
console.log(`\nGeometric mean, operations                    ${geometricMean(lines.filter(isWrite)).toFixed(3)}`);
console.log(`Geometric mean, without the four run once     ${geometricMean(repeated).toFixed(3)}`);
console.log(`Highest of these                              ${Math.max(...repeated.map((l) => l.ratio)).toFixed(3)}`);
console.log(`Geometric mean, questions                     ${geometricMean(lines.filter(isView)).toFixed(3)}`);

function print(title: string, rows: Line[]): void {
  const table = new Table({
    head: [title, "reference", "ours", "ratio"],
    colAligns: ["left", "right", "right", "right"],
  });
  for (const row of rows) table.push([row.operation, row.reference, row.ours, row.ratio.toFixed(3)]);
  console.log(table.toString());
}
