import { openingName } from "../model/codes.js";
import { methodInWords } from "../network/method.js";
import { openingInWords } from "./opening-in-words.js";

type Sentence = (args: readonly unknown[]) => string;

/** Names come from whoever proposed them; `named` makes them safe to show. */
type Named = (given: unknown) => string;

/** What the changes of a resolution that are about contracts do, by function: contracts/interfaces/IAccessModule.sol. */
export function contractSentences(named: Named): Readonly<Record<string, Sentence>> {
  const contract = (org: unknown, target: unknown): string => `the contract ${String(target)} of ${named(org)}`;
  return {
    registerContract: ([org, target]) => `register the contract ${String(target)} for ${named(org)}`,
    setContractAccess: ([org, target, ...opening]) => changeInWords(contract(org, target), opening, named),
    setMethodAccess: ([org, target, method, ...opening]) =>
      changeInWords(
        `the method ${methodInWords({ selector: String(method) })} of ${contract(org, target)}`,
        opening,
        named,
      ),
    forgetDeployer: ([org, target]) => `let the deployer of ${contract(org, target)} no longer say who may call it`,
  };
}

function changeInWords(what: string, [opening, orgs, roles]: readonly unknown[], named: Named): string {
  const to = openingName(opening as bigint);
  if (to === "nobody") return `freeze ${what}`;
  if (to === "as the contract") return `open ${what} as the contract is`;
  const listed = (given: unknown): string[] => [...(given as Iterable<unknown>)].map(named);
  return openingInWords({ to, orgs: listed(orgs), roles: listed(roles) }).replace(/^open/, `open ${what}`);
}
