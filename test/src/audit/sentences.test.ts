import { expect } from "chai";
import { type EventFragment, Interface } from "ethers";
import { eventReader } from "../../../src/audit/history/events.js";
import { type HistoryChange, SENTENCES, tell } from "../../../src/audit/history/sentences.js";
import { contractErrors } from "../../../src/errors/contract-errors.js";
import { CONTRACT_NAMES, INTERFACES } from "../../../src/model/contracts.js";
import type { SuiteAddresses } from "../../../src/model/contracts.js";
import { PEOPLE } from "../../helpers/in-process-network.js";
import { aProposal } from "./a-network.js";

const SAMPLES: Readonly<Record<string, unknown>> = {
  string: "ORG1",
  "string[]": ["ORG1", "ORG2"],
  address: PEOPLE.clerk,
  uint256: 1n,
  uint16: 30303n,
  bool: true,
  bytes4: "0x12345678",
  bytes: contractErrors().encodeErrorResult("ChangeRefused", [
    2,
    contractErrors().encodeErrorResult("OrgUnknown", ["ORG1"]),
  ]),
  bytes32: `0x${"12".repeat(32)}`,
};

const { operation, about, proposer } = aProposal(1, "suspend-org", { org: "ORG1" });
const proposals = new Map([[1n, { operation, about, proposer }]]);

const contracts = Object.values(INTERFACES).map(({ abi }) => new Interface(abi));

const addressAt = (place: number): string => `0x${String(place).repeat(40)}`;
const addresses = Object.fromEntries(CONTRACT_NAMES.map((name, place) => [name, addressAt(place)]));
const read = eventReader(addresses as SuiteAddresses);

function eventsOf(contract: Interface): EventFragment[] {
  return contract.fragments.filter((fragment): fragment is EventFragment => fragment.type === "event");
}

/** What is told of an event whose values are all samples. */
function told(contract: Interface, event: EventFragment): HistoryChange {
  const values = event.inputs.map(({ type }) => SAMPLES[type]);
  const log = { address: addressAt(contracts.indexOf(contract)), ...contract.encodeEventLog(event, values) };
  const found = read(log);
  if (found === undefined) throw new Error(`${event.name} is not read`);
  return tell(found, { function: null, decided: undefined, failed: false, makerOf: () => undefined, proposals });
}

describe("sentences about events", () => {
  const all = contracts.flatMap((contract) => eventsOf(contract).map((event) => ({ contract, event })));

  it("exist for every event of the nine contracts, and for no other", () => {
    expect(Object.keys(SENTENCES)).to.have.members([...new Set(all.map(({ event }) => event.name))]);
    expect(new Set(all.map(({ event }) => event.name)).size).to.equal(
      new Set(all.map(({ event }) => event.format())).size,
    );
  });

  for (const { contract, event } of all) {
    it(`${event.name}: is one sentence without gaps`, () => {
      const { event: name, sentence } = told(contract, event);
      expect(name).to.equal(event.name);
      expect(sentence).to.match(/^[A-Z0][^\n]*[^. ]\.$/);
      expect(sentence).not.to.match(/undefined|null|unknown|\[object/);
    });
  }

  it("hold nothing that JSON could not carry", () => {
    for (const { contract, event } of all) {
      const change = told(contract, event);
      expect(JSON.parse(JSON.stringify(change))).to.deep.equal(change);
    }
  });
});
