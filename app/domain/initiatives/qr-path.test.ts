import qrcode from "qrcode";
import { expect, it } from "vitest";
import { qrPath } from "./qr-path";

/** The modules that a path of horizontal bars paints. */
function painted({ size, path }: { size: number; path: string }): boolean[] {
  const dark = Array<boolean>(size * size).fill(false);
  for (const [, column, row, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let step = 0; step < Number(length); step += 1)
      dark[Number(row) * size + Number(column) + step] = true;
  }
  return dark;
}

it.each(["https://budget.example.org/i/214", "http://localhost:3000/i/1"])(
  "paints the code of %s",
  (address) => {
    const { modules } = qrcode.create(address, { errorCorrectionLevel: "M" });
    expect(painted(qrPath(address))).toEqual([...modules.data].map(Boolean));
  },
);
