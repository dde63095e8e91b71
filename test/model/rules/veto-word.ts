/** Who may stop something, instead of an organisation's id. */
export const VetoWord = { GUARDIAN: "the guardian", CONCERNED: "the organisation concerned" } as const;
