import { toEndpoint } from "../chain/endpoint.js";
import type { PlannedStep } from "../deploy/survey.js";
import { PortcullisError } from "../errors/error.js";
import { LIMITS, type LimitName, onOff } from "../model/codes.js";
import { formatEnode, hostAndPort, shortId } from "../model/enode.js";
import { parseEnode } from "../network/parse-enode.js";
import { limitsOf } from "../network/network-file/file-settings.js";
import type { NetworkFile } from "../network/network-file/network-file.js";
import { rehearse } from "../nodejs/deployment/rehearse.js";
import type { Profile } from "../nodejs/profiles.js";
import type { Stage } from "./deployment.js";
import type { Answer } from "./json/answers.js";
import { thousands } from "./output.js";
import { count, facts } from "./show/table.js";

/** What a deployment or a boot is about to do. */
export type Plan = Answer<"deploy --dry-run">;

export interface Planned {
  file: NetworkFile;
  stage: Stage;
  url: string;
  profile: Profile | undefined;
  steps: readonly PlannedStep[];
  /** What each step takes, where that is known. */
  gas?: ReadonlyMap<string, number> | undefined;
}

export function planOf({ file, stage, url, profile, steps, gas }: Planned): Plan {
  return {
    chainId: Number(stage.chain.chainId),
    node: toEndpoint(url).shown,
    profile: profile?.name ?? null,
    signers: stage.signers.map(({ address }) => address),
    adminOrg: file.adminOrg,
    networkAdminRole: file.networkAdminRole,
    orgAdminRole: file.orgAdminRole,
    guardian: file.guardian,
    guardianSigns: guardianSigns(stage, file),
    networkAdmins: file.accounts,
    bootOperators: file.bootOperators,
    nodes: file.nodes.map(formatEnode),
    subOrgBreadth: file.subOrgBreadth,
    subOrgDepth: file.subOrgDepth,
    ipCheck: file.ipCheck,
    hostNames: file.hostNames,
    registeredOnly: file.registeredOnly,
    restrictDeploying: file.restrictDeploying,
    limits: limitsOf(file),
    steps: steps.map(({ step, done }) => ({ step, done, gas: gas?.get(step) ?? null })),
  };
}

/** Where the guardian signs; null if it does not. */
function guardianSigns({ signers }: Stage, { guardian }: NetworkFile): string | null {
  const signer = signers.find(({ address }) => address === guardian);
  return signer === undefined ? null : (signer.elsewhere ?? "here");
}

/** What each step of a deployment takes, tried in this process; undefined where there is no EVM for that. */
export async function measureGas(network: NetworkFile): Promise<ReadonlyMap<string, number> | undefined> {
  const gas = new Map<string, number>();
  try {
    await rehearse({ network, report: ({ step, gasUsed }) => gas.set(step, Number(gasUsed ?? 0)) });
    return gas;
  } catch (error) {
    if (error instanceof PortcullisError && error.code === "EVM_MISSING") return undefined;
    throw error;
  }
}

/** So many nodes or accounts are listed. */
const LISTED = 20;

export function showPlan(plan: Plan): string {
  return facts([
    ["chain", `${plan.chainId} at ${plan.node}`],
    ...(plan.profile === null ? [] : [["profile", plan.profile] as const]),
    ["organisation", `${plan.adminOrg}, with the roles ${plan.networkAdminRole} and ${plan.orgAdminRole}`],
    [
      "guardian",
      `${plan.guardian}, ${plan.guardianSigns === null ? "does not sign here" : `signs ${plan.guardianSigns}`}`,
    ],
    ["network admins", list(plan.networkAdmins)],
    ["nodes", list(plan.nodes.map(nodeInWords))],
    ...(plan.bootOperators.length === 0 ? [] : [["boot operators", list(plan.bootOperators)] as const]),
    ["organisations", `${plan.subOrgBreadth} below each, in ${count(plan.subOrgDepth, "level")}`],
    ["ip-check", onOff(plan.ipCheck)],
    ["host-names", onOff(plan.hostNames)],
    ["contracts", contractsInWords(plan)],
    ...(Object.keys(LIMITS) as LimitName[]).map((name) => [name, String(plan.limits[name])] as const),
    ["signs", list(plan.signers)],
    ["steps", stepsInWords(plan)],
    ...gasInWords(plan),
  ]);
}

function contractsInWords({ registeredOnly, restrictDeploying }: Plan): string {
  return `registered-only ${onOff(registeredOnly)}, restrict-deploying ${onOff(restrictDeploying)}`;
}

function list(values: readonly string[]): string {
  const more = values.length - LISTED;
  return [...values.slice(0, LISTED), ...(more > 0 ? [`and ${thousands(more)} more`] : [])].join("\n");
}

function nodeInWords(url: string): string {
  const node = parseEnode(url);
  return `${shortId(node.enodeId)} at ${hostAndPort(node)}`;
}

function stepsInWords({ steps }: Plan): string {
  const done = steps.filter((each) => each.done).length;
  const next = steps.find((each) => !each.done);
  if (next === undefined) return "none is left: all of them are done";
  return `${steps.length}, ${done === 0 ? "none is done yet" : `of which ${done} are done; next: ${next.step}`}`;
}

function gasInWords({ steps }: Plan): (readonly [string, string])[] {
  const open = steps.filter(({ done }) => !done);
  const gas = open.flatMap((each) => each.gas ?? []);
  if (gas.length === 0) return [];
  const total = gas.reduce((sum, each) => sum + each, 0);
  return [
    [
      "gas",
      `about ${thousands(total)} in ${count(open.length, "transaction")}, at most ${thousands(Math.max(...gas))} in one`,
    ],
  ];
}

/** What is still to be sent. */
export function isLeft({ steps }: Plan): boolean {
  return steps.some(({ done }) => !done);
}
