import type { TextSource } from "../basics/text-source.js";
import { PortcullisError } from "../errors/error.js";
import type { Mistake } from "../network/network-file/mistakes.js";
import { type NetworkFile, parseNetworkFile } from "../network/network-file/network-file.js";
import { inspectPermissionConfig } from "../network/permission-config/permission-config.js";
import { type Finding, ok, thrown } from "./finding.js";

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
      wayOut: mistake.hint,
    }));
  }
}

function thoughtsAbout(file: string, { guardian, accounts, nodes }: NetworkFile): Finding[] {
  const findings = [ok(`${file} is complete: nodes ${nodes.length}, network admins ${accounts.length}.`)];
  if (accounts.length === 1) {
    findings.push({
      level: "warning",
      code: "ONE_NETWORK_ADMIN",
      what: `${file} names only one network admin; if its key is lost, nothing can be decided.`,
      wayOut: "Name at least three accounts, of different people.",
    });
  }
  if (accounts.includes(guardian)) {
    findings.push({
      level: "info",
      code: "GUARDIAN_IS_NETWORK_ADMIN",
      what: `${file} also names the guardian ${guardian} as a network admin, so its key is in daily use.`,
      wayOut: "Choose an account for the guardian whose key is kept separately.",
    });
  }
  return findings;
}

/** What is wrong with a permission-config.json in itself; `checkDeployment` holds it against the chain. */
export function checkConfig(source: TextSource): Finding[] {
  try {
    const { config, issues } = inspectPermissionConfig(source.read());
    const findings = issues.map((issue): Finding => ({ ...issue, what: `${source.name}: ${issue.what}` }));
    return config === undefined
      ? findings
      : [ok(`${source.name} is complete, and the tools can read it.`), ...findings];
  } catch (error) {
    return [thrown(error)];
  }
}
