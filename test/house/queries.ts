import ts from "typescript";
import { at, eachNode, isTest, type Source } from "./source";

/** The calls of a chain such as `tx.update(person).set(…).where(…)`, in the order they are written. */
type Chain = { name: string; node: ts.CallExpression }[];

/** Traps of the query builder (D-1, D-2, D-4, D-5) in every file that talks to the database. */
export function queryProblems(source: Source): string[] {
  if (!/^app\/.*\.server\.ts$/.test(source.path) || isTest(source.path)) return [];
  const tables = tablesOf(source);
  const problems: string[] = [];
  eachNode(source.tree, (node) => {
    if (!ts.isCallExpression(node)) return;
    problems.push(...rawTextProblems(source, node), ...outerDatabaseProblems(source, node));
    if (!isInnerLink(node)) problems.push(...chainProblems(source, chainOf(node), tables));
  });
  return problems;
}

function chainProblems(source: Source, chain: Chain, tables: Set<string>): string[] {
  const call = (name: string) => chain.find((each) => each.name === name)?.node;
  const problem = (node: ts.Node, say: string) => [`${at(source, node)}: ${say}`];
  const isTable = (node: ts.CallExpression | undefined) => tables.has(node?.arguments[0]?.getText() ?? "");
  const change = isTable(call("update"))
    ? call("update")
    : isTable(call("delete"))
      ? call("delete")
      : undefined;
  const where = call("where");
  const bare = [
    call("from") && call("select"),
    change && call("returning"),
    call("values") && call("returning"),
  ]
    .filter((node) => node !== undefined)
    .filter((node) => node.arguments.length === 0);
  const relational = call("findMany") ?? call("findFirst");
  return [
    ...(change && !where ? problem(change, "D-2: a change without `where` takes every row") : []),
    ...(where && isNothing(where.arguments[0])
      ? problem(where, "D-2: `where` of nothing takes every row")
      : []),
    ...bare.flatMap((node) => problem(node, "D-4: name the columns")),
    ...(relational ? problem(relational, "D-4: relational queries return every column") : []),
  ];
}

/** D-1: text that is not written in the source must never become part of a statement; the driver's home is trusted. */
function rawTextProblems(source: Source, call: ts.CallExpression): string[] {
  const name = call.expression.getText();
  if (!/^sql\.(raw|identifier)$|\.unsafe$/.test(name) || source.path.startsWith("app/platform/")) return [];
  const [text] = call.arguments;
  if (text && (ts.isStringLiteralLike(text) || isListedWord(text))) return [];
  return [`${at(source, call)}: D-1: ${name} takes a literal or one of listed words`];
}

/** D-5: inside a transaction a second connection would not see it and could wait for it for ever. */
function outerDatabaseProblems(source: Source, call: ts.CallExpression): string[] {
  if (call.expression.getText() !== "transaction") return [];
  const problems: string[] = [];
  for (const argument of call.arguments) {
    eachNode(argument, (node) => {
      if (ts.isCallExpression(node) && node.expression.getText() === "database") {
        problems.push(`${at(source, node)}: D-5: inside a transaction use only its own handle`);
      }
    });
  }
  return problems;
}

/** A parameter whose type lists the words it may be: `column: "created_at" | "due_at"`. */
function isListedWord(text: ts.Expression): boolean {
  if (!ts.isIdentifier(text)) return false;
  for (let node: ts.Node = text; node; node = node.parent) {
    if (!ts.isFunctionLike(node)) continue;
    const type = node.parameters.find(({ name }) => name.getText() === text.text)?.type;
    if (!type) continue;
    const words = ts.isUnionTypeNode(type) ? type.types : [type];
    return words.every((word) => ts.isLiteralTypeNode(word) && ts.isStringLiteral(word.literal));
  }
  return false;
}

function tablesOf({ tree }: Source): Set<string> {
  const names = tree.statements
    .filter(ts.isImportDeclaration)
    .filter(({ moduleSpecifier }) => moduleSpecifier.getText().includes("~db/schema/"))
    .flatMap(({ importClause }) => {
      const bindings = importClause?.namedBindings;
      return bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : [];
    });
  return new Set(names);
}

/** True in the middle of a chain: only its last call sees the whole of it. */
function isInnerLink(node: ts.CallExpression): boolean {
  return ts.isPropertyAccessExpression(node.parent) && ts.isCallExpression(node.parent.parent);
}

function chainOf(outermost: ts.CallExpression): Chain {
  const chain: Chain = [];
  let node: ts.Expression = outermost;
  while (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    chain.unshift({ name: node.expression.name.text, node });
    node = node.expression.expression;
  }
  return chain;
}

function isNothing(node: ts.Expression | undefined): boolean {
  return node === undefined || node.getText() === "undefined";
}
