import type { TextSource } from "../util/text-source.js";
import { PortcullisError } from "../errors/error.js";
import { type Finding, finding } from "../errors/finding.js";
import type { Mistake } from "../network/network-file/mistakes.js";
import { type NetworkFile, parseNetworkFile } from "../network/network-file/network-file.js";
import { inspectPermissionConfig } from "../network/permission-config/permission-config.js";
import { ok, thrown } from "./collect-findings.js";

/** What is wrong with a network file, each mistake with its line and column, or what is worth a thought. */
export function checkNetworkFile(source: TextSource): Finding[] {
  try {
    return thoughtsAbout(source.name, parseNetworkFile(source));
  } catch (error) {
    if (!(error instanceof PortcullisError) || error.facts.mistakes === undefined) return [thrown(error)];
    const { code } = error;
    return (error.facts.mistakes as readonly Mistake[]).map((mistake) => ({
      level: "error",
      code,
      what: `${mistake.file}:${mistake.line}:${mistake.column} ${mistake.message}`,
      wayOut: { hint: mistake.hint, actions: [] },
    }));
  }
}

function thoughtsAbout(file: string, { guardian, accounts, nodes }: NetworkFile): Finding[] {
  const findings = [ok(`${file} is complete: nodes ${nodes.length}, network admins ${accounts.length}.`)];
  if (accounts.length === 1) findings.push(finding("ONE_NETWORK_ADMIN", { cause: "planned", file }));
  if (accounts.includes(guardian))
    findings.push(finding("GUARDIAN_IS_NETWORK_ADMIN", { cause: "planned", file, guardian }));
  return findings;
}

/** What is wrong with a permission-config.json in itself; `checkDeployment` holds it against the chain. */
export function checkConfig(source: TextSource): Finding[] {
  try {
    const { config, issues } = inspectPermissionConfig(source.read());
    const findings = issues.map((issue) => ({ ...issue, what: `${source.name}: ${issue.what}` }));
    return config === undefined
      ? findings
      : [ok(`${source.name} is complete, and the tools can read it.`), ...findings];
  } catch (error) {
    return [thrown(error)];
  }
}
