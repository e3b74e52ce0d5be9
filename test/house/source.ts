import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

export type Source = { path: string; text: string; tree: ts.SourceFile };

const SKIPPED = new Set([
  "node_modules",
  "build",
  ".data",
  ".git",
  "migrations",
  "test-results",
  "playwright-report",
]);

/** Paths of all files below `folder`, from the root of the repository, with forward slashes. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const path = join(folder, entry.name).replaceAll("\\", "/");
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

export function parseSource(path: string, text: string): Source {
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind) };
}

/** TypeScript sources below the given folders. */
export function readSources(...folders: string[]): Source[] {
  return folders
    .flatMap(filesBelow)
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
    .map((path) => parseSource(path, readFileSync(path, "utf8")));
}

export function isTest(path: string): boolean {
  return /\.(test|spec)\.tsx?$/.test(path);
}

export function eachNode(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => eachNode(child, visit));
}

/** `path:line`, for a message that an editor can follow. */
export function at(source: Source, node: ts.Node): string {
  return `${source.path}:${source.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

export type Exported = { name: string; kind: "function" | "value" | "type" };

/** What a file exports under a name of its own; re-exports are forbidden by the linter. */
export function exportsOf({ tree }: Source): Exported[] {
  return tree.statements.filter(isExported).flatMap(exportedBy);
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function exportedBy(statement: ts.Statement): Exported[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(exportedVariable);
  if (ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement)) {
    return [{ name: statement.name.text, kind: "type" }];
  }
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
    const kind = ts.isClassDeclaration(statement) ? "value" : "function";
    return [{ name: statement.name?.text ?? "default", kind }];
  }
  return [];
}

function exportedVariable({ name, initializer }: ts.VariableDeclaration): Exported {
  const isFunction = initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer));
  return { name: name.getText(), kind: isFunction ? "function" : "value" };
}
