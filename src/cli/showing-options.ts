import { flag } from "./specs.js";

/** How what is read is shown. */
export const SHOWING_OPTIONS = {
  wide: flag("show everything in full, however long the lines are"),
  json: flag("print JSON"),
} as const;
