import { describe, expect, it } from "vitest";
import { csv } from "./csv.server";

describe("csv", () => {
  it("writes RFC 4180 with quotes where they are needed", () => {
    expect(
      csv(
        ["a", "b"],
        [
          ["x,y", 'say "hi"'],
          ["two\nlines", 3],
        ],
        "plain",
      ),
    ).toBe('a,b\r\n"x,y","say ""hi"""\r\n"two\nlines",3\r\n');
  });

  it("marks the encoding and uses semicolons for Excel", () => {
    expect(csv(["назва"], [["a;b"]], "excel")).toBe('\uFEFFназва\r\n"a;b"\r\n');
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\0=1", "\r=1", "＝1"])("S-36 disarms %j", (cell) => {
    const [, line = ""] = csv(["a"], [[cell]], "plain").split(/\r\n(?=.)/s);
    expect(line.replace(/^"/, "")).toMatch(/^'/);
    expect(line).not.toContain("\0");
  });

  it("S-36 leaves numbers and plain text alone", () => {
    expect(csv(["a", "b", "c"], [[-5, "Сквер — 2", "2+2"]], "plain")).toBe("a,b,c\r\n-5,Сквер — 2,2+2\r\n");
  });
});
