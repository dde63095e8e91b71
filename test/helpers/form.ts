/** Whether tests run in their long form, as `npm run test:faults` has it: with everything, and not a part of it. */
export const IS_LONG = process.env.PORTCULLIS_FAULTS === "long";

/** What the tests that break things have done, for whoever wants to know how much it was. */
export function printFigures(what: string, figures: Readonly<Record<string, number>>): void {
  const words = Object.entries(figures).map(([name, count]) => `${count.toLocaleString("en")} ${name}`);
  console.log(`      ${what}: ${words.join(", ")}`);
}
