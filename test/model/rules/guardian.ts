import { type Happening, type Refusal, type Verdict, when } from "./verdict.js";
import { NOBODY, type World } from "./world.js";

function notGuardian(w: World, caller: string): Refusal[] {
  return when(caller !== w.guardian, "NotGuardian", caller);
}

function badImplementation(w: World, implementation: string): Refusal[] {
  const kind = w.deployed.implementations.get(implementation);
  return [
    ...when(kind === undefined, "NotAContract", implementation),
    ...when(kind === "other suite", "ImplementationOfOtherSuite", implementation),
  ];
}

const happened = (event: string, ...values: unknown[]): Happening => ["PermissionsUpgradable", event, ...values];
const set = (implementation: string): Happening => ["PermissionsInterface", "ImplementationSet", implementation];

/** Links the suite, once. */
export function init(w: World, caller: string, permInterface: string, implementation: string): Verdict {
  return {
    against: [
      ...notGuardian(w, caller),
      ...when(w.implementation !== undefined, "AlreadyInitialised"),
      ...when(permInterface !== w.deployed.permInterface, "InterfaceOfOtherSuite", permInterface),
      ...badImplementation(w, implementation),
    ],
    happens: () => {
      w.implementation = implementation;
      return [set(implementation), happened("SuiteLinked", permInterface, implementation, caller)];
    },
  };
}

export function confirmImplChange(w: World, caller: string, implementation: string): Verdict {
  const kind = w.deployed.implementations.get(implementation);
  const former = w.implementation;
  return {
    against: [
      ...notGuardian(w, caller),
      ...when(former === undefined, "NotInitialised"),
      ...when(implementation === former, "ImplementationUnchanged", implementation),
      ...badImplementation(w, implementation),
      ...when(kind === "mute", "ImplementationDoesNotAnswer", implementation),
    ],
    happens: () => {
      w.implementation = implementation;
      return [
        set(implementation),
        ["PermissionsImplementation", "PermissionsInitialized", w.booted],
        happened("ImplementationChanged", former, implementation, caller),
      ];
    },
  };
}

export function transferGuardian(w: World, caller: string, proposed: string): Verdict {
  return {
    against: [...notGuardian(w, caller), ...when(proposed === w.proposedGuardian, "NothingChanges")],
    happens: () => {
      w.proposedGuardian = proposed;
      return [happened("GuardianProposed", w.guardian, proposed)];
    },
  };
}

export function acceptGuardian(w: World, caller: string): Verdict {
  const { guardian, proposedGuardian } = w;
  return {
    against: when(caller !== proposedGuardian || caller === NOBODY, "NotProposedGuardian", caller, proposedGuardian),
    happens: () => {
      w.guardian = caller;
      w.proposedGuardian = NOBODY;
      return [
        happened("GuardianChanged", guardian, caller),
        setOperator(w, caller, guardian, false),
        setOperator(w, caller, caller, true),
      ];
    },
  };
}

export function setBootOperator(w: World, caller: string, operator: string, allowed: boolean): Verdict {
  return {
    against: [
      ...notGuardian(w, caller),
      ...when(operator === NOBODY, "ZeroAddress"),
      ...when(w.bootOperators.includes(operator) === allowed, "NothingChanges"),
    ],
    happens: () => [setOperator(w, caller, operator, allowed)],
  };
}

function setOperator(w: World, by: string, operator: string, allowed: boolean): Happening {
  const others = w.bootOperators.filter((candidate) => candidate !== operator);
  w.bootOperators = allowed ? [...others, operator] : others;
  return happened("BootOperatorChanged", operator, allowed, by);
}
