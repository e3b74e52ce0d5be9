import ts from "typescript";
import type { Source } from "./source";

/** Who may call the loader and the action of a route; a handler that is missing has no entry. */
export type Access = { loader?: string; action?: string };

/** The files that the site map names, and the root, without suffix: the ids of the access table. */
export function routeIds(siteMap: string): string[] {
  const named = siteMap.matchAll(/"(routes\/[^"]+)\.tsx?"/g);
  return ["root", ...new Set([...named].map(([, id = ""]) => id))];
}

/** Reads from the source who may call a route. Anything but `export const loader = allow(…)` is a problem. */
export function accessOf({ path, tree }: Source): { access: Access; problems: string[] } {
  const access: Access = {};
  const problems: string[] = [];
  for (const { name, value } of exportedHandlers(tree)) {
    const who = value && whoMay(value, access);
    if (who) access[name] = who;
    else problems.push(`${path}: ${name} must be allow("<who>", …)`);
  }
  return { access, problems };
}

type Handler = { name: "loader" | "action"; value: ts.Expression | undefined };

function exportedHandlers(tree: ts.SourceFile): Handler[] {
  return tree.statements.flatMap((statement): Handler[] => {
    if (ts.isFunctionDeclaration(statement)) return handler(statement.name?.text, undefined);
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
      handler(name.getText(), initializer),
    );
  });
}

function handler(name: string | undefined, value: ts.Expression | undefined): Handler[] {
  return name === "loader" || name === "action" ? [{ name, value }] : [];
}

function whoMay(value: ts.Expression, known: Access): string | undefined {
  if (ts.isIdentifier(value) && value.text === "loader") return known.loader;
  if (!ts.isCallExpression(value) || value.expression.getText() !== "allow") return undefined;
  const [who] = value.arguments;
  if (who && ts.isStringLiteral(who)) return who.text;
  if (who && ts.isArrayLiteralExpression(who)) {
    return who.elements.map((each) => (ts.isStringLiteral(each) ? each.text : "?")).join(" ");
  }
  return undefined;
}

/** What the table says against what the sources say. */
export function accessProblems(table: Record<string, Access>, found: Record<string, Access>): string[] {
  const unlisted = Object.keys(found).filter((id) => !table[id]);
  const gone = Object.keys(table).filter((id) => !found[id]);
  const different = Object.keys(found).filter((id) => table[id] && line(table[id]) !== line(found[id]));
  return [
    ...unlisted.map((id) => `${id} is not in test/access.json; it says ${line(found[id])}`),
    ...gone.map((id) => `${id} is in test/access.json but not in the site map`),
    ...different.map(
      (id) => `${id}: test/access.json says ${line(table[id])}, the source ${line(found[id])}`,
    ),
  ];
}

function line(access: Access | undefined): string {
  return JSON.stringify({ loader: access?.loader, action: access?.action });
}
