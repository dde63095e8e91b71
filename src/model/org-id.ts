/** Whether an organisation is another one, or lies below it. Both by their full ids. */
export function isWithin(org: string, other: string): boolean {
  return org === other || org.startsWith(`${other}.`);
}
