import type { Interface, Log } from "ethers";
import type { TypedContractEvent, TypedLogDescription } from "../../../typechain-types/common.js";
import { type ContractName, INTERFACES, type SuiteAddresses } from "../../model/contracts.js";

type Filters<Name extends ContractName> = ReturnType<(typeof INTERFACES)[Name]["connect"]>["filters"];

/** Typechain lists each event by its name and by its signature. */
type ValuesOf<Events> = {
  [
    Event in keyof Events as Event extends `${string}(${string}` ? never : Event
  ]: Events[Event] extends TypedContractEvent ? TypedLogDescription<Events[Event]>["args"] : never;
};

/** The values of each event of the nine contracts, by its name; those of one name have the same values. */
export type EventValues = ValuesOf<Filters<"PermissionsUpgradable">> &
  ValuesOf<Filters<"PermissionsInterface">> &
  ValuesOf<Filters<"PermissionsImplementation">> &
  ValuesOf<Filters<"OrgManager">> &
  ValuesOf<Filters<"RoleManager">> &
  ValuesOf<Filters<"AccountManager">> &
  ValuesOf<Filters<"VoterManager">> &
  ValuesOf<Filters<"NodeManager">> &
  ValuesOf<Filters<"ContractManager">>;

export type EventName = keyof EventValues;

export type ContractEvent = { [Name in EventName]: { name: Name; values: EventValues[Name] } }[EventName];

/** What each of some events answers to a question. */
export type ByEvent<Answer> = { [Name in EventName]?: (values: EventValues[Name]) => Answer };

export function answerOf<Answer>(table: ByEvent<Answer>, { name, values }: ContractEvent): Answer | undefined {
  return (table[name] as ((values: ContractEvent["values"]) => Answer) | undefined)?.(values);
}

/** The first answer that there is. */
export function firstAnswer<Answer>(table: ByEvent<Answer>, events: readonly ContractEvent[]): Answer | undefined {
  return events.map((event) => answerOf(table, event)).find((answer) => answer !== undefined);
}

/** Reads the events of a suite; undefined for one of a later implementation, which this version does not know. */
export function eventReader(
  addresses: SuiteAddresses,
): (log: Pick<Log, "address" | "topics" | "data">) => ContractEvent | undefined {
  const interfaces = new Map<string, Interface>(
    Object.entries(INTERFACES).map(([name, factory]) => [
      addresses[name as ContractName].toLowerCase(),
      factory.createInterface(),
    ]),
  );
  return (log) => {
    const found = interfaces.get(log.address.toLowerCase())?.parseLog(log) ?? undefined;
    return found && ({ name: found.name, values: found.args } as unknown as ContractEvent);
  };
}
