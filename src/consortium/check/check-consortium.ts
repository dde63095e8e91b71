import { ofMistake, thrown } from "../../check/collect-findings.js";
import { type Finding, ok } from "../../errors/finding.js";
import { inOrder } from "../../network/network-file/mistakes.js";
import type { TextSource } from "../../util/text-source.js";
import { inspectConsortiumFile } from "../file/consortium-file.js";
import { accountFindings, memberFindings } from "./agency-findings.js";
import { chainIdFindings, validatorFindings } from "./group-findings.js";
import { enodeFindings, portFindings } from "./process-findings.js";
import { hostFindings, reachFindings } from "./reach-findings.js";

/** What is wrong with a consortium file, each mistake with its line and column, and what would keep its networks from working: all
 *  that can be seen before a node is started. */
export function checkConsortiumFile(from: TextSource): Finding[] {
  try {
    const draft = inspectConsortiumFile(from);
    const { source, consortium, runs } = draft;
    const whole = consortium && [
      ok(
        `${from.name} is complete: agencies ${consortium.agencies.length}, groups ${consortium.groups.length}, ` +
          `nodes ${consortium.nodes.length}, processes ${runs.length}.`,
      ),
    ];
    return [
      ...inOrder(source.mistakes).map((mistake) => ofMistake("CONSORTIUM_FILE_NOT_ALLOWED", mistake)),
      ...(whole ?? []),
      ...accountFindings(draft),
      ...memberFindings(draft),
      ...portFindings(draft),
      ...enodeFindings(draft),
      ...chainIdFindings(draft),
      ...validatorFindings(draft),
      ...reachFindings(draft),
      ...hostFindings(draft),
    ];
  } catch (error) {
    return [thrown(error)];
  }
}
