import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { expect } from "chai";

interface Report {
  readonly reports: readonly { readonly ruleId: string }[];
}

// Solhint has no types.
const { processStr } = createRequire(import.meta.url)("solhint") as {
  processStr: (source: string, config: object, file: string) => Report;
};

const CONFIGURATION = path.join(import.meta.dirname, "../../.solhint.json");
const { rules } = JSON.parse(readFileSync(CONFIGURATION, "utf8")) as { rules: Record<string, unknown> };
const OWN = Object.fromEntries(Object.entries(rules).filter(([rule]) => rule.startsWith("portcullis/")));

/** The rules of ours that a source breaks, each once for each place. */
function broken(source: string, file = "contracts/managers/A.sol"): string[] {
  const { reports } = processStr(source, { plugins: ["portcullis"], rules: OWN }, file);
  return reports.map(({ ruleId }) => ruleId.replace("portcullis/", ""));
}

const inContract = (text: string): string => `contract A {\n${text}\n}`;
const inFunction = (text: string): string => inContract(`function f() private {\n${text}\n}`);

describe("Solhint's rules of our own", () => {
  it("want an error of an interface explained", () => {
    const file = "contracts/interfaces/IA.sol";
    const call = "function f() external;";
    expect(broken(`interface IA {\nerror Wrong();\n${call}\n}`, file)).to.deep.equal(["error-is-explained"]);
    expect(broken(`interface IA {\nerror Wrong();\n/// @notice Refuses WrongNot.\n${call}\n}`, file)).to.have.length(1);
    expect(broken(`interface IA {\nerror Wrong();\n/// @notice Refuses Wrong.\n${call}\n}`, file)).to.deep.equal([]);
    expect(broken(`interface IA {\n/// @notice At creation.\nerror Wrong();\n}`, file)).to.deep.equal([]);
  });

  it("want an event after the change", () => {
    for (const change of ["_a = 1;", "_a[1].b += 1;", "++_a;", "delete _a[1];"]) {
      expect(broken(inFunction(`emit E();\n${change}`)), change).to.deep.equal(["event-after-change"]);
      expect(broken(inFunction(`if (x) { emit E(); }\n${change}`)), change).to.deep.equal(["event-after-change"]);
      expect(broken(inFunction(`${change}\nemit E();`)), change).to.deep.equal([]);
      expect(broken(inFunction(`if (x) { emit E(); } else { ${change} }`)), change).to.deep.equal([]);
    }
    expect(broken(inFunction("emit E();\nuint256 a = 1;\na = _b == 2 ? 1 : 0;"))).to.deep.equal([]);
    expect(broken(inContract("function f() private { emit E(); }\nfunction g() private { _a = 1; }"))).to.deep.equal(
      [],
    );
  });

  it("want what can be called from outside declared in an interface", () => {
    expect(broken(inContract("function f() external {}"))).to.deep.equal(["manual-in-interface"]);
    expect(broken(inContract("/// @notice It does.\nfunction f() public {}"))).to.deep.equal(["manual-in-interface"]);
    expect(broken(inContract("/// @inheritdoc IA\nfunction f() external {}"))).to.deep.equal([]);
    expect(broken(inContract("constructor() {}\nfallback() external {}\nfunction f() internal {}"))).to.deep.equal([]);
    expect(broken("interface IA {\nfunction f() external;\n}")).to.deep.equal([]);
  });

  it("want no code of others on our storage, and no contract destroyed", () => {
    const calls = [
      "a.delegatecall(b);",
      "selfdestruct(payable(a));",
      "/* why */ assembly { pop(delegatecall(0,0,0,0,0,0)) }",
    ];
    for (const call of calls) expect(broken(inFunction(call)), call).to.include("no-foreign-code");
    expect(broken(inFunction("a.call(b);"))).to.deep.equal([]);
  });

  it("let the implementation alone run its modules, and destroy nothing either", () => {
    const router = "contracts/PermissionsImplementation.sol";
    const others = [
      "contracts/modules/A.sol",
      "contracts/rules/A.sol",
      "contracts/modules/PermissionsImplementation.sol",
    ];
    const routed = inFunction("// Why.\nassembly { pop(delegatecall(0,0,0,0,0,0)) }");
    expect(broken(routed, router)).to.deep.equal([]);
    for (const file of others) expect(broken(routed, file), file).to.deep.equal(["no-foreign-code"]);
    expect(broken(inFunction("selfdestruct(payable(a));"), router)).to.include("no-foreign-code");
    expect(broken(inFunction("// Why.\nassembly { pop(callcode(0,0,0,0,0,0,0)) }"), router)).to.include(
      "no-foreign-code",
    );
  });

  it("want no storage in what is replaced", () => {
    const state = inContract("uint256 private constant A = 1;\nuint256 private immutable B;\nuint256 private _c;");
    expect(broken(state, "contracts/rules/A.sol")).to.deep.equal(["no-state-in-rules"]);
    expect(broken(state, "contracts/rules/records/A.sol")).to.deep.equal(["no-state-in-rules"]);
    expect(broken(state, "contracts/modules/A.sol")).to.deep.equal(["no-state-in-rules"]);
    expect(broken(state, "contracts/PermissionsImplementation.sol")).to.deep.equal(["no-state-in-rules"]);
    expect(broken(state, "contracts/managers/A.sol")).to.deep.equal([]);
    expect(broken(state.replace("uint256 private _c;", ""), "contracts/rules/A.sol")).to.deep.equal([]);
  });

  it("want the records reached by one door", () => {
    const imports = [
      'import {IOrgManager} from "../interfaces/IOrgManager.sol";',
      'import {IOrgManager as Orgs} from "../interfaces/IOrgManager.sol";',
      'import {OrgManager} from "../managers/OrgManager.sol";',
      'import {Entry} from "../interfaces/INodeManager.sol";',
      'import {IOrgManager} from "./records/OrgRecords.sol";',
      'import "../interfaces/IVoterManager.sol";',
    ];
    const others = ["contracts/modules/A.sol", "contracts/PermissionsImplementation.sol"];
    for (const text of imports) {
      for (const file of ["contracts/rules/A.sol", ...others]) {
        expect(broken(text, file), text).to.deep.equal(["records-only"]);
      }
      expect(broken(text, "contracts/rules/records/A.sol"), text).to.deep.equal([]);
      expect(broken(text, "contracts/managers/A.sol"), text).to.deep.equal([]);
    }
    const fitting = 'import {Records} from "./records/Records.sol";\nimport {Ballot} from "../types/Ballot.sol";';
    expect(broken(fitting, "contracts/rules/A.sol")).to.deep.equal([]);
  });

  it("want a reason where the compiler checks less", () => {
    for (const block of ["unchecked { a = 1; }", "assembly { pop(0) }"]) {
      expect(broken(inFunction(block)), block).to.deep.equal(["says-why-unsafe"]);
      expect(broken(inFunction(`// It cannot.\n${block}`)), block).to.deep.equal([]);
      expect(broken(inContract(`/// @dev It cannot.\nfunction f() private { ${block} }`)), block).to.deep.equal([]);
    }
  });

  it("want the time from the clock", () => {
    const time = "uint256 a = block.timestamp;";
    expect(broken(inFunction(time))).to.deep.equal(["time-from-clock"]);
    expect(broken(inFunction("// Why.\nassembly { a := timestamp() }"))).to.deep.equal(["time-from-clock"]);
    expect(broken(inFunction(time), "contracts/libraries/Clock.sol")).to.deep.equal([]);
    expect(broken(inFunction("uint256 a = block.number;"))).to.deep.equal([]);
  });
});
