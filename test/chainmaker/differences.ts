/** Where this network decides otherwise than ChainMaker on purpose, by the reason. A test plays all cases, and fails for a difference
 *  that is not here, and for one here that is none. */
export const DIFFERENCES: Readonly<Record<string, readonly string[]>> = {
  "A rule that always passes is refused when it is set.": [
    "evaluated 0-01",
    "evaluated 0-02",
    "evaluated _1-01",
    "evaluated 0_2-01",
    "evaluated _1_2-01",
    "in public pub_0-01",
    "set 0-01",
    "set _3-01",
  ],
  "A rule that nobody can meet is refused when it is set: more than there are, or more than all.": [
    "evaluated 5-01",
    "evaluated 3_2-01",
    "in public pub_3_2-01",
    "set 7-01",
    "set 3_2-01",
  ],
  "Where a listed organisation has left, all who are left suffice.": ["evaluated ALL-15"],
  "An organisation is listed once. ChainMaker refuses it too when it is set, and collapses it when it is evaluated.": [
    "evaluated ALL-16",
  ],
  "Accounts are counted only of network admins, so no policy lets other accounts vote each for itself.": [
    "in public ANY-10",
    "in public pub_ANY-02",
  ],
  "An organisation acts alone by any of its admins, also where network admins vote on the rest: each has an organisation.":
    ["in public pub_SELF-01"],
  "The roles that act for an organisation alone are those that the policy lists; SELF is set only for what concerns one.":
    ["set SELF-05", "set pub_SELF-01"],
  "An organisation has one voice against, too.": ["voted 08"],
  "What those who have not voted can still pass stays open, whatever others have voted against it.": [
    "voted 09",
    "voted 14",
  ],
  "What can pass no more is rejected at once.": ["voted 10", "voted 12"],
};
