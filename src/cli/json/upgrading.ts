import * as z from "zod";
import { MODULE_NAMES } from "../../model/contracts.js";
import { exampleOf, record } from "./record.js";
import { done } from "./sending.js";
import { address, number, text } from "./values.js";

const upgradeModule = record(
  "Module",
  {
    name: text.describe(`name of its contract: ${MODULE_NAMES.join(", ")}`),
    address: address.nullable().describe("null after --dry-run that would deploy it"),
    deployed: done
      .nullable()
      .describe("null if it was deployed already: the present implementation runs it, for example"),
  },
  {
    about: "A part of the implementation that an upgrade deploys.",
    example: { name: "OrganisationModule", address: "0xa513E6E4b8f2a923D98304ec87F64353C4D5C853", deployed: null },
  },
);

export const ownImplementation = record(
  "Implementation",
  {
    modules: z.array(upgradeModule).describe("the modules that it runs"),
    deployed: done
      .nullable()
      .describe("null where it was there already, and after --dry-run that would deploy a module of it first"),
    address: address.nullable().describe("null after --dry-run that would deploy it"),
  },
  {
    example: {
      modules: [
        exampleOf(upgradeModule),
        { name: "AccountModule", address: "0x2279B7A0a67DB372996a5FaB50D91eAA73d2eBe6", deployed: null },
        { name: "DecisionModule", address: "0x8A791620dd6260079BF849Dc5567aDC3F2FdC318", deployed: null },
        { name: "SettingModule", address: "0x610178dA211FEF7D417bC0e6FeD39F05609AD788", deployed: null },
        { name: "BallotModule", address: "0xB7f8BC63BbcaD18155201308C8f3540b07f84F5e", deployed: null },
        { name: "ResolutionModule", address: "0xA51c1fc2f0D1a1b8494Ed1FE312d7C3a78Ed91C0", deployed: null },
        { name: "PolicyModule", address: "0x0DCd1Bf9A1b36cE34237eEaFef220932846BCD82", deployed: null },
        { name: "EmergencyModule", address: "0x9A676e781A523b5d0C0e43731313A708CB607508", deployed: null },
        { name: "NodeModule", address: "0x959922bE3CAee4b8Cd9a407cc3ac1C251C2007B1", deployed: null },
      ],
      deployed: {
        summary: "Deploy another PermissionsImplementation.",
        hash: null,
        block: null,
        gas: 2129804,
        contractAddress: null,
        opened: [],
        closed: [],
      },
      address: null,
    },
  },
);

export const upgrade = record(
  "Upgrade",
  {
    modules: z
      .array(upgradeModule)
      .describe("the modules of this version's implementation; none with --implementation"),
    deployed: done
      .nullable()
      .describe(
        "null where the implementation was there already, and after --dry-run that would deploy a module first",
      ),
    confirmed: done
      .nullable()
      .describe("null after --dry-run that would deploy one first, and where it was done already"),
    questions: number.describe("how many answers were compared; 0 where `confirmed` is null"),
    changed: z.array(text).describe("the questions that are answered differently now, or would be"),
    implementation: address.describe("the current implementation; after --dry-run still the present one"),
  },
  {
    example: {
      modules: exampleOf(ownImplementation).modules,
      deployed: exampleOf(ownImplementation).deployed,
      confirmed: null,
      questions: 0,
      changed: [],
      implementation: "0x0B306BF915C4d645ff596e518fAf3F9669b97016",
    },
  },
);
