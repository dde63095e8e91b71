import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import prettier from "prettier";
import { constantsOf } from "./prove/compiler.js";

const ROOT = path.join(import.meta.dirname, "..");

export const GENERATED = path.join(ROOT, "src/model/solidity-constants.ts");

/** The libraries whose constants the library needs, and the file of each. */
const LIBRARIES: Record<string, readonly string[]> = {
  "contracts/libraries/Codes.sol": [
    "OrgStatus",
    "NodeStatus",
    "AccountStatus",
    "Action",
    "Op",
    "NodeChange",
    "ProposalState",
    "Vote",
    "SignedVoteResult",
    "RuleKind",
    "Counting",
    "Setting",
    "Opening",
    "LimitAtFirst",
    "RoleKind",
    "WellKnownIndex",
    "Deploying",
  ],
  "contracts/types/Account.sol": ["AccountFields"],
  "contracts/types/Counts.sol": ["CountsFields"],
  "contracts/types/Inventory.sol": ["InventoryFields"],
  "contracts/types/Node.sol": ["NodeFields"],
  "contracts/types/Payload.sol": ["PayloadFields"],
  "contracts/types/Rule.sol": ["RuleFields"],
  "contracts/types/Tally.sol": ["TallyFields", "VoiceFields"],
};

/** The text of src/model/solidity-constants.ts. */
export async function solidityConstants(): Promise<string> {
  const read = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");
  const tables = Object.entries(LIBRARIES).flatMap(([file, names]) => {
    const constants = constantsOf(file, read);
    return names.map((name) => {
      const members = Object.entries(constants[name] ?? {}).map(([member, value]) => `${member}: ${value}`);
      return `/** ${file} */\nexport const ${name} = { ${members.join(", ")} } as const;\n`;
    });
  });
  const text = `// Made of the contracts by \`npm run generate:constants\`: change it there.\n\n${tables.join("\n")}`;
  return prettier.format(text, { ...(await prettier.resolveConfig(GENERATED)), filepath: GENERATED });
}

if (process.argv[1] === import.meta.filename) writeFileSync(GENERATED, await solidityConstants());
