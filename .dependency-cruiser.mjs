/** The folders of src/, from the lowest on: each uses those before it, and those of one line do not use each other. */
const LAYERS = [
  ["util"],
  ["model"],
  ["errors"],
  ["certificates", "chain"],
  ["network"],
  ["read"],
  ["actions"],
  ["audit", "steps"],
  ["deploy", "check", "node-bundle"],
  ["consortium"],
  ["nodejs", "hardhat"],
  ["cli"],
];

/** What needs Node; the rest also works in a browser. */
const NODE_ONLY = ["nodejs", "cli"];

const ENTRIES = ["index", "node", "hardhat"];

const folders = (names) => `^src/(?:${names.join("|")})/`;

/** For each folder that it uses no later one, and none of its own line. */
function layerRules() {
  return LAYERS.flatMap((line, index) =>
    line.map((folder) => ({
      name: `layer-${folder}`,
      comment: "A layer uses those before it.",
      severity: "error",
      from: { path: folders([folder]) },
      to: { path: "^src/[^/]+/", pathNot: folders([folder, ...LAYERS.slice(0, index).flat()]) },
    })),
  );
}

/** What uses what in this repository, and what it may not.
 *  @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...layerRules(),
    {
      name: "known-folder",
      comment: "Every folder of src/ has its place among the layers.",
      severity: "error",
      from: { path: "^src/[^/]+/", pathNot: folders(LAYERS.flat()) },
      to: {},
    },
    {
      name: "no-loose-files",
      comment: "Only the entries of the package stand loose in src/.",
      severity: "error",
      from: { path: "^src/[^/]+$", pathNot: `^src/(?:${ENTRIES.join("|")})\\.ts$` },
      to: {},
    },
    {
      name: "no-use-of-entries",
      comment: "The entries are for whoever uses the package; nothing inside uses them.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^src/[^/]+$" },
    },
    {
      name: "node-apart",
      comment: "What needs Node is apart, so that the library also works in a browser.",
      severity: "error",
      from: { path: "^(?:src|deploy)/", pathNot: `${folders(NODE_ONLY)}|^src/[^/]+$` },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "deployment-of-contracts",
      comment: "How one contract is created needs only what the compiler made of it.",
      severity: "error",
      from: { path: "^deploy/" },
      to: { path: "^src/", pathNot: folders(["model"]) },
    },
    {
      name: "no-test-code",
      comment: "What is for tests and developers only is not in the package.",
      severity: "error",
      from: { path: "^(?:src|deploy)/" },
      to: { path: "^(?:test|scripts|tools|contracts/test|typechain-types/(?:factories/)?test)/" },
    },
    {
      name: "no-circular",
      comment: "Files that use each other can only be understood together.",
      severity: "error",
      from: { pathNot: "^(?:node_modules|typechain-types)/" },
      to: { circular: true },
    },
    {
      name: "resolvable",
      comment: "What is used is there.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "^(?:node_modules|typechain-types)/" },
    // Also what only the compiler looks at.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
