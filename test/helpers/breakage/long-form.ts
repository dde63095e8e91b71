/** Whether tests run in their long form, as `npm run test:faults` has it: with everything, and not a part of it. */
export const IS_LONG = process.env.PORTCULLIS_FAULTS === "long";
