import * as z from "zod";

/** What the page says of a record, besides its fields. */
interface Told<Example> {
  title: string;
  /** What it is, where its title and fields do not say it. */
  about?: string;
  example: Example;
}

export const RECORDS = z.registry<Told<unknown>>();

/** A record with these fields and no others. */
export function record<Shape extends z.ZodRawShape>(
  title: string,
  shape: Shape,
  told: Omit<Told<z.output<z.ZodObject<Shape>>>, "title">,
) {
  return z.strictObject(shape).register(RECORDS, { title, ...told });
}

/** The example of a record, for those that hold one. */
export function exampleOf<Output>(schema: z.ZodType<Output>): Output {
  return schema.parse(RECORDS.get(schema)?.example);
}
