import { type Node, Rule } from "../rule.js";

interface Import extends Node {
  readonly path: string;
  readonly symbolAliases: readonly (readonly [name: string, alias: string | null])[] | null;
}

const REPLACED = /contracts\/(?:rules\/|modules\/|PermissionsImplementation\.sol$)/;
const DOOR = /contracts\/rules\/records\/[^/]+\.sol$/;
const MANAGER = /^I?\w+Manager$/;

/** There is one door to the records, so that what a rule reads and writes is seen there; a rule does not know a manager. */
export class RecordsOnly extends Rule {
  ruleId = "records-only";

  ImportDirective(node: Import): void {
    if (!REPLACED.test(this.file) || DOOR.test(this.file)) return;
    const file = node.path.replace(/^.*\//, "").replace(/\.sol$/, "");
    const names = [file, ...(node.symbolAliases ?? []).map(([name]) => name)];
    if (!names.some((name) => MANAGER.test(name))) return;
    this.report(node, "Only contracts/rules/records/ knows the managers: call what is there, or add to it.");
  }
}
