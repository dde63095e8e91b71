/** Whether an organisation is another one, or lies below it. Both by their full ids. */
export function isWithin(org: string, other: string): boolean {
  return org === other || org.startsWith(`${other}.`);
}

/** The id of the organisation at the top of its branch. */
export function topOf(org: string): string {
  return org.split(".")[0] ?? org;
}
