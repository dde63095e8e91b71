/** The fields of a value that its shape does not have, however deep. Where the shape leaves open what there is, all is well. */
type Extra<Value, Shape> = unknown extends Shape
  ? never
  : Value extends readonly (infer Item)[]
    ? NonNullable<Shape> extends readonly (infer Part)[]
      ? Extra<Item, Part>
      : never
    : Value extends object
      ? {
          [Key in keyof Value]-?: Key extends keyof NonNullable<Shape>
            ? Extra<Value[Key], NonNullable<Shape>[Key]>
            : Key;
        }[keyof Value]
      : never;

/** Asks for nothing, unless a value has fields that its shape does not have: then for what nothing can give. */
export type NoMoreThan<Value, Shape> = [Extra<Value, Shape>] extends [never]
  ? unknown
  : { "the schema lacks": Extra<Value, Shape> };
