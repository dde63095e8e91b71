import type { Tone } from "../../model/tones.js";

/** Signs of 10 by 10 pixels, so that colours need not be told apart: a disc, a ring, two bars, a cross. */
export const SIGNS: Record<Tone, string> = {
  active: "M5 0.5a4.5 4.5 0 1 0 0.01 0z",
  pending: "M5 0a5 5 0 1 0 0.01 0zM5 2.5a2.5 2.5 0 1 1 -0.01 0z",
  stopped: "M1 0.5h3v9h-3zM6 0.5h3v9h-3z",
  blacklisted: "M2 0L5 3L8 0L10 2L7 5L10 8L8 10L5 7L2 10L0 8L3 5L0 2z",
};

/** Colours for light pages, which drawing programs take too, and for dark ones. */
export const STYLE = `
.portcullis text { font: 12px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
.portcullis .strong { font-weight: bold; }
${colours({ page: "#ffffff", card: "#f6f8fa", line: "#afb8c1", text: "#1f2328", faint: "#57606a" })}
${tones({ active: "#1a7f37", pending: "#0969da", stopped: "#9a6700", blacklisted: "#cf222e" })}
@media (prefers-color-scheme: dark) {
${colours({ page: "#0d1117", card: "#161b22", line: "#484f58", text: "#e6edf3", faint: "#9198a1" })}
${tones({ active: "#3fb950", pending: "#58a6ff", stopped: "#d29922", blacklisted: "#ff7b72" })}
}
`;

function colours({ page, card, line, text, faint }: Record<"page" | "card" | "line" | "text" | "faint", string>) {
  return `.portcullis .page { fill: ${page}; }
.portcullis .card { fill: ${card}; stroke: ${line}; }
.portcullis .line { fill: none; stroke: ${line}; stroke-width: 1.5; }
.portcullis text { fill: ${text}; }
.portcullis .faint { fill: ${faint}; }`;
}

function tones(fills: Record<Tone, string>): string {
  return Object.entries(fills)
    .map(([tone, fill]) => `.portcullis .${tone} { fill: ${fill}; }`)
    .join("\n");
}
