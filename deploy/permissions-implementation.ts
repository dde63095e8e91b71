import { FACTORIES } from "../src/model/factories.js";
import { contractModule } from "./contract-module.js";
import { suiteAddresses } from "./suite-addresses.js";

export const permissionsImplementation = contractModule("PermissionsImplementation", (known) =>
  new FACTORIES.PermissionsImplementation().getDeployTransaction(
    suiteAddresses(known),
    known.addressOf("OrganisationModule"),
    known.addressOf("AccountModule"),
    known.addressOf("DecisionModule"),
    known.addressOf("SettingModule"),
    known.addressOf("BallotModule"),
    known.addressOf("ResolutionModule"),
    known.addressOf("PolicyModule"),
    known.addressOf("EmergencyModule"),
    known.addressOf("NodeModule"),
    known.addressOf("AccessModule"),
  ),
);
