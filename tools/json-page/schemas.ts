import * as z from "zod";
import { RECORDS } from "../../src/cli/json/record.js";
import { VALUES } from "../../src/cli/json/values.js";

export type RecordSchema = z.ZodObject;

/** All records in some answers by their titles, each before those that it holds. */
export function recordsIn(answers: readonly z.ZodType[]): ReadonlyMap<string, RecordSchema> {
  const found = new Map<string, RecordSchema>();
  const visit = (given: z.ZodType): void => {
    const { schema } = bare(given);
    if (!(schema instanceof z.ZodObject)) return;
    const { title } = toldOf(schema);
    const known = found.get(title);
    if (known !== undefined && known.shape !== schema.shape) throw new Error(`Two records are called ${title}.`);
    if (known !== undefined) return;
    found.set(title, schema);
    for (const field of fieldsOf(schema)) visit(field.schema);
  };
  answers.forEach(visit);
  return found;
}

export function fieldsOf(record: RecordSchema): { name: string; schema: z.ZodType }[] {
  return Object.entries(record.shape).map(([name, schema]) => ({ name, schema: schema as z.ZodType }));
}

/** What is said of a field. Every one has to be explained. */
export function meaningOf(field: z.ZodType): string {
  const description = field.description;
  if (description === undefined) throw new Error("A field has no description.");
  const words = VALUES.get(bare(field).schema)?.words ?? [];
  return words.length === 0 ? description : `${description}: ${words.join(", ")}`;
}

/** The type of a field or an answer, with links to the records. */
export function typeOf(given: z.ZodType): string {
  const { schema, isList, isNullable, isOptional } = bare(given);
  const one = schema instanceof z.ZodObject ? linkTo(toldOf(schema).title) : (VALUES.get(schema)?.name ?? "text");
  return `${isList ? "list of " : ""}${one}${isNullable ? " or null" : ""}${isOptional ? ", may be missing" : ""}`;
}

/** The values that the fields of some records have, by their names. */
export function valuesIn(records: Iterable<RecordSchema>): ReadonlyMap<string, string> {
  const told = [...records].flatMap(fieldsOf).flatMap(({ schema }) => VALUES.get(bare(schema).schema) ?? []);
  return new Map(told.map(({ name, means }) => [name, means]));
}

export function toldOf(record: RecordSchema) {
  const told = RECORDS.get(record);
  if (told === undefined) throw new Error("A record has no title.");
  return told;
}

function linkTo(title: string): string {
  return `[${title}](#${title.toLowerCase().replaceAll(" ", "-")})`;
}

interface Bare {
  schema: z.ZodType;
  isList: boolean;
  isNullable: boolean;
  isOptional: boolean;
}

/** A schema without what is around it. */
function bare(schema: z.ZodType): Bare {
  if (schema instanceof z.ZodNullable) return { ...bare(schema.unwrap() as z.ZodType), isNullable: true };
  if (schema instanceof z.ZodOptional) return { ...bare(schema.unwrap() as z.ZodType), isOptional: true };
  if (schema instanceof z.ZodArray) return { ...bare(schema.element as z.ZodType), isList: true };
  return { schema, isList: false, isNullable: false, isOptional: false };
}
