/** Widths of a prefix that may be named: a shorter one would be whole countries of unlike people. */
const WIDEST = { 4: 8, 6: 16 } as const;

/**
 * One spelling of a network, `203.0.113.0/24` or `2001:db8::/32` (RFC 4632, RFC 4291), its host bits cleared; an
 * address alone is a network of one. Null for any other text, and for a network too wide to name.
 */
export function readNetwork(text: string): string | null {
  const [address = "", length, ...rest] = text.trim().toLowerCase().split("/");
  if (rest.length > 0 || (length !== undefined && !/^\d{1,3}$/.test(length))) return null;
  const version = address.includes(":") ? 6 : 4;
  const groups = version === 6 ? readGroups(address) : readOctets(address);
  if (!groups) return null;
  const size = version === 6 ? 16 : 8;
  const most = groups.length * size;
  const bits = length === undefined ? most : Number(length);
  if (bits < WIDEST[version] || bits > most) return null;
  const network = groups.map((group, place) => keepBits(group, bits - place * size, size));
  return `${version === 6 ? showGroups(network) : network.join(".")}/${bits}`;
}

function keepBits(group: number, bits: number, size: number): number {
  if (bits >= size) return group;
  if (bits <= 0) return 0;
  const unit = 2 ** (size - bits);
  return Math.floor(group / unit) * unit;
}

/** Leading zeros are refused: some programs read them as octal numbers. */
function readOctets(address: string): number[] | null {
  const octets = address.split(".");
  const fine = octets.length === 4 && octets.every((octet) => /^(0|[1-9]\d{0,2})$/.test(octet));
  const numbers = octets.map(Number);
  return fine && numbers.every((octet) => octet <= 255) ? numbers : null;
}

function readGroups(address: string): number[] | null {
  const [head = "", tail, ...more] = address.split("::");
  if (more.length > 0) return null;
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...before, ...Array<string>(missing).fill("0"), ...after];
  return groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))
    ? groups.map((group) => Number.parseInt(group, 16))
    : null;
}

/** The longest run of two zeros or more becomes `::`, the first of equal ones (RFC 5952). */
function showGroups(groups: readonly number[]): string {
  const show = (part: readonly number[]) => part.map((group) => group.toString(16)).join(":");
  const runs = groups.map((_, start) => {
    const end = groups.findIndex((group, place) => place >= start && group !== 0);
    return { start, length: (end < 0 ? groups.length : end) - start };
  });
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best));
  if (longest.length < 2) return show(groups);
  return `${show(groups.slice(0, longest.start))}::${show(groups.slice(longest.start + longest.length))}`;
}
