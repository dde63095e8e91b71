import { PortcullisError } from "../errors/error.js";
import type { Mistake } from "../network-file/mistakes.js";
import { type NetworkFile, readNetworkFile } from "../network-file/network-file.js";
import { inspectPermissionConfig } from "../permission-config/permission-config.js";
import { type Finding, ok, thrown } from "./finding.js";

/** What is wrong with a network file, each mistake with its line and column, or what is worth a thought. */
export function checkNetworkFile(file: string): Finding[] {
  try {
    return thoughtsAbout(file, readNetworkFile(file));
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
      what: `${file} names one network admin; if its key is lost, nothing can be decided any more.`,
      wayOut: "Name three or more accounts, of different people.",
    });
  }
  if (accounts.includes(guardian)) {
    findings.push({
      level: "info",
      code: "GUARDIAN_IS_NETWORK_ADMIN",
      what: `${file} names the guardian ${guardian} as a network admin too, so that its key is in daily use.`,
      wayOut: "Take an account for the guardian whose key is kept apart.",
    });
  }
  return findings;
}

/** What is wrong with a permission-config.json in itself; `checkDeployment` holds it against the chain. */
export function checkConfig(file: string): Finding[] {
  try {
    const { config, issues } = inspectPermissionConfig(file);
    const findings = issues.map((issue): Finding => ({ ...issue, what: `${file}: ${issue.what}` }));
    return config === undefined ? findings : [ok(`${file} is complete, and the tools read it.`), ...findings];
  } catch (error) {
    return [thrown(error)];
  }
}
