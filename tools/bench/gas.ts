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
import { figuresTable, round } from "./figures.js";
import { measure } from "./workload.js";

const figures = await measure([3, 30, 300], [1, 10, 100, 500]);
const lines = compare(figures.gas, referenceFigures.gas);

console.log(
  "Gas on an Istanbul EVM: the reference suite and this one, one story, one call each line (or their mean).\n",
);
compared("Deployments", lines.filter(isDeployment));
compared("Operations that change something", lines.filter(isWrite));
compared("Questions, intrinsic gas included", lines.filter(isView));
compared("Deployed code, bytes", compare(figures.sizes, referenceFigures.sizes));

print(
  ["Growth", "figures", "last / first"],
  Object.entries(figures.growth).map(([name, row]) => {
    const cells = Object.entries(row).map(([size, gas]) => `${size}: ${gas}`);
    return [name, cells.join("  "), growthOf(row).toFixed(3)];
  }),
);

const repeated = lines.filter((line) => isWrite(line) && !ONCE.includes(line.operation));
console.log(`Geometric mean, operations                    ${geometricMean(lines.filter(isWrite)).toFixed(3)}`);
console.log(`Geometric mean, without the four run once     ${geometricMean(repeated).toFixed(3)}`);
console.log(`Highest of these                              ${Math.max(...repeated.map((l) => l.ratio)).toFixed(3)}`);
console.log(`Geometric mean, questions                     ${geometricMean(lines.filter(isView)).toFixed(3)}`);

function compared(title: string, lines: Line[]): void {
  const rows = lines.map((line) => [line.operation, round(line.reference), round(line.ours), line.ratio.toFixed(3)]);
  print([title, "reference", "ours", "ratio"], rows);
}

function print(head: string[], rows: string[][]): void {
  console.log(`${figuresTable(head, rows)}\n`);
}
