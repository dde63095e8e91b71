/** "2026-12-06 17:58:09 UTC" */
export function momentInWords(time: Date): string {
  return `${time.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
