import type { Path } from "./placed-text.js";

/** "nodes[0].runs[1].port" */
export function inWords(path: Path): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`))
    .join("")
    .replace(/^\./, "");
}
