import { ErrorIsExplained } from "./rules/error-is-explained.js";
import { EventAfterChange } from "./rules/event-after-change.js";
import { ManualInInterface } from "./rules/manual-in-interface.js";
import { NoForeignCode } from "./rules/no-foreign-code.js";
import { NoStateInRules } from "./rules/no-state-in-rules.js";
import { RecordsOnly } from "./rules/records-only.js";
import { SaysWhyUnsafe } from "./rules/says-why-unsafe.js";
import { TimeFromClock } from "./rules/time-from-clock.js";

/** Solhint finds them as portcullis/… */
export default [
  ErrorIsExplained,
  EventAfterChange,
  ManualInInterface,
  NoForeignCode,
  NoStateInRules,
  RecordsOnly,
  SaysWhyUnsafe,
  TimeFromClock,
];
