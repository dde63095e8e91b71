import {
  child,
  children,
  placesIn,
  replaced,
  span,
  typeOf,
  type Edit,
  type Node,
  type Place,
  type Text,
} from "./syntax.js";

/** What is done wrong in one place, each way a fault of its own. */
type Operator = (place: Place, text: Text) => readonly Edit[];

/** Each comparison at its border, and negated. */
const COMPARISONS: Readonly<Record<string, readonly string[]>> = {
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "==": ["!="],
  "!=": ["=="],
};

const ARITHMETIC: Readonly<Record<string, string>> = {
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "<<": ">>",
  ">>": "<<",
  "+=": "-=",
  "-=": "+=",
};

/** What is made of parts, each of which may be forgotten. */
const JOINED = new Set(["&&", "||", "&", "|"]);

const NOT_COMMUTATIVE = new Set(["-", "/", "%", "<<", ">>"]);

const STATEMENTS = new Set(["ExpressionStatement", "EmitStatement", "RevertStatement", "Return"]);

const isComparison = ({ nodeType, operator }: Node): boolean =>
  nodeType === "BinaryOperation" && String(operator) in COMPARISONS;

const isConstant = ({ nodeType, constant }: Node): boolean => nodeType === "VariableDeclaration" && constant === true;

const otherOperators: Operator = ({ node }, text) => {
  const [left, right] = sidesOf(node);
  if (left === undefined || right === undefined) return [];
  const operator = String(node.operator);
  const joined = (other: string): Edit => replaced(node, `${text.of(left)} ${other} ${text.of(right)}`);
  const others = COMPARISONS[operator] ?? (operator in ARITHMETIC ? [ARITHMETIC[operator] ?? ""] : []);
  return others.map(joined);
};

const swappedOperands: Operator = ({ node }, text) => {
  const [left, right] = sidesOf(node);
  if (left === undefined || right === undefined || !NOT_COMMUTATIVE.has(String(node.operator))) return [];
  return [replaced(node, `${text.of(right)} ${String(node.operator)} ${text.of(left)}`)];
};

const droppedParts: Operator = ({ node }, text) => {
  const [left, right] = sidesOf(node);
  if (left === undefined || right === undefined || !JOINED.has(String(node.operator))) return [];
  return [left, right].map((kept) => replaced(node, text.of(kept)));
};

const droppedNegation: Operator = ({ node }, text) => {
  const operand = child(node, "subExpression");
  return node.nodeType === "UnaryOperation" && node.operator === "!" && operand !== undefined
    ? [replaced(node, text.of(operand))]
    : [];
};

const counting: Operator = ({ node }, text) => {
  if (node.nodeType !== "UnaryOperation" || !["++", "--"].includes(String(node.operator))) return [];
  const all = text.of(node);
  return [replaced(node, node.operator === "++" ? all.replace("++", "--") : all.replace("--", "++"))];
};

const decidedConditions: Operator = ({ node }, text) => {
  const condition = child(node, "condition");
  if (condition === undefined) return [];
  if (node.nodeType === "IfStatement") return ["true", "false"].map((value) => replaced(condition, value));
  if (node.nodeType !== "Conditional") return [];
  return ["trueExpression", "falseExpression"].flatMap((field) => {
    const branch = child(node, field);
    return branch === undefined ? [] : [replaced(node, text.of(branch))];
  });
};

/** Without what stands for itself and ends with a semicolon, so not the counting of a loop. What is all that an `if` does is
 *  left out by the condition that is false. */
const leftOut: Operator = ({ node, around }, text) => {
  if (node.nodeType === "ModifierInvocation" && node.kind === "modifierInvocation") return [replaced(node, "")];
  if (!STATEMENTS.has(node.nodeType) || isAllOfIf(around)) return [];
  const [start, end] = span(node.src);
  const gap = /^\s*;/.exec(text.between(end, end + 200));
  if (gap === null || around[0]?.initializationExpression === node) return [];
  return [{ start, end: end + gap[0].length, becomes: "{}" }];
};

const swappedArguments: Operator = ({ node }, text) => {
  if (node.nodeType !== "FunctionCall" || node.kind === "typeConversion" || isNamed(node)) return [];
  const args = children(node, "arguments");
  return args.flatMap((one, i) => {
    const other = args.slice(i + 1).find((next) => typeOf(next) === typeOf(one));
    if (other === undefined || text.of(other) === text.of(one)) return [];
    const [start] = span(one.src);
    const [, end] = span(other.src);
    const between = text.between(span(one.src)[1], span(other.src)[0]);
    return [text.around(node, { start, end, becomes: text.of(other) + between + text.of(one) })];
  });
};

/** Where a record is told a value, the one that it has already, if it has one of this name. */
const formerValues: Operator = ({ node }, text) => {
  const method = node.nodeType === "FunctionCall" ? child(node, "expression") : undefined;
  const record = method?.nodeType === "MemberAccess" ? child(method, "expression") : undefined;
  if (record?.nodeType !== "Identifier" || !typeOf(record).startsWith("t_userDefinedValueType")) return [];
  return children(node, "arguments")
    .flatMap((argument) => [...placesIn(argument)].map((place) => place.node))
    .filter((value) => value.nodeType === "Identifier" && typeOf(value).startsWith("t_uint"))
    .map((value) => text.around(node, replaced(value, `${text.of(record)}.${text.of(value)}()`)));
};

/** What is compared or negated already is negated by the operators above. */
const negatedAnswers: Operator = ({ node }, text) => {
  const answer = node.nodeType === "Return" ? child(node, "expression") : undefined;
  if (answer === undefined || typeOf(answer) !== "t_bool" || isComparison(answer) || answer.operator === "!") return [];
  const other = answer.nodeType === "Literal" ? String(text.of(answer) !== "true") : `!(${text.of(answer)})`;
  return [text.around(node, replaced(answer, other))];
};

/** One more and one less, in comparisons and constants. */
const numbers: Operator = ({ node, around }, text) => {
  const whole = around.find((each) => isComparison(each) || isConstant(each));
  if (node.nodeType !== "Literal" || node.kind !== "number" || whole === undefined) return [];
  if (isComparison(whole) && around[0] !== whole) return [];
  const number = text.of(node);
  const others = number === "0" ? ["1"] : [`(${number} + 1)`, `(${number} - 1)`];
  return others.map((other) => text.around(whole, replaced(node, other)));
};

export const OPERATORS: readonly Operator[] = [
  otherOperators,
  swappedOperands,
  droppedParts,
  droppedNegation,
  counting,
  decidedConditions,
  leftOut,
  swappedArguments,
  formerValues,
  negatedAnswers,
  numbers,
];

function sidesOf(node: Node): [left?: Node | undefined, right?: Node | undefined] {
  if (node.nodeType === "BinaryOperation") return [child(node, "leftExpression"), child(node, "rightExpression")];
  if (node.nodeType === "Assignment") return [child(node, "leftHandSide"), child(node, "rightHandSide")];
  return [];
}

function isNamed(call: Node): boolean {
  return Array.isArray(call.names) && call.names.length > 0;
}

function isAllOfIf(around: readonly Node[]): boolean {
  const [parent, grandparent] = around;
  const isAlone = parent?.nodeType === "Block" && children(parent, "statements").length === 1;
  const branch = isAlone ? grandparent : parent;
  return branch?.nodeType === "IfStatement" && child(branch, "falseBody") === undefined;
}
