import type { Fault } from "./fault.js";
import { BESU } from "./faults/besu.js";
import { BY_HAND } from "./faults/by-hand.js";
import { DELAYS } from "./faults/delays.js";
import { EMERGENCIES } from "./faults/emergencies.js";
import { ENDS } from "./faults/ends.js";
import { FOUND_LATER } from "./faults/found-later.js";
import { FURTHER } from "./faults/further.js";
import { MODULES } from "./faults/modules.js";
import { POLICIES } from "./faults/policies.js";
import { REFERENCE_RECORDS } from "./faults/reference-records.js";
import { REFERENCE_RIGHTS } from "./faults/reference-rights.js";
import { REFERENCE_VOTES } from "./faults/reference-votes.js";
import { RESOLUTIONS } from "./faults/resolutions.js";
import { SIGNED_VOTES } from "./faults/signed-votes.js";
import { SUSPENSIONS } from "./faults/suspensions.js";
import { X509 } from "./faults/x509.js";

/** The faults by which the reference suite fails, each way that was found, and what the rules forbid beyond that. */
export const FAULTS: readonly Fault[] = [
  ...REFERENCE_RIGHTS,
  ...REFERENCE_VOTES,
  ...REFERENCE_RECORDS,
  ...FURTHER,
  ...MODULES,
  ...FOUND_LATER,
  ...SIGNED_VOTES,
  ...RESOLUTIONS,
  ...POLICIES,
  ...BY_HAND,
  ...DELAYS,
  ...EMERGENCIES,
  ...ENDS,
  ...SUSPENSIONS,
  ...BESU,
  ...X509,
];
