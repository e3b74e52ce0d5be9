import { readFileSync, readdirSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { PabulibReader } from "~/domain/tally/pabulib-reader";
import { countElection } from "~/domain/tally/count";
const dir = "/work/shared/data/pabulib/";
const only = process.argv[2] ?? ""; const onlyRule = process.argv[3] ?? "";
let bad = 0, good = 0; const slow: [number,string][] = [];
for (const f of readdirSync(dir).filter((f) => /\.pb(\.gz)?$/.test(f) && f.includes(only))) {
  const bytes = f.endsWith("gz") ? gunzipSync(readFileSync(dir + f)) : readFileSync(dir + f);
  let t0 = performance.now();
  const reader = new PabulibReader(); reader.pushBytes(bytes);
  const read = reader.finish();
  const parse = performance.now() - t0;
  if (!read.ok) { console.log(f, read.problem); bad++; continue; }
  if (parse > 300) console.log(f, "parse", parse.toFixed(0));
  if (read.value.warnings.length) console.log(f, JSON.stringify(read.value.warnings));
  const ref = JSON.parse(readFileSync(dir + f.replace(/\.pb(\.gz)?$/, ".json"), "utf8"));
  for (const [rule, want] of Object.entries<any>(ref.rules)) {
    if (onlyRule && rule !== onlyRule) continue;
    if (process.env.SKIP && rule.match(process.env.SKIP)) continue;
    t0 = performance.now();
    const got = countElection(read.value.election, rule);
    const ms = performance.now() - t0;
    slow.push([ms, f + " " + rule]);
    if (ms > 2000) console.log(f, rule, ms.toFixed(0));
    if (!got.ok) { console.log(f, rule, got.problem); bad++; continue; }
    const v = got.value;
    const diffs: string[] = [];
    if (JSON.stringify(v.selected) !== JSON.stringify(want.selected)) diffs.push(`selected ${v.selected.length} vs ${want.selected.length}`);
    if (v.cost !== want.cost) diffs.push(`cost ${v.cost} ${want.cost}`);
    if (v.left !== want.left) diffs.push(`left ${v.left} ${want.left}`);
    if (v.votersWithWinner !== want.voters_with_winner) diffs.push(`vww`);
    if (want.ties !== undefined && v.ties.length !== want.ties) diffs.push(`ties ${v.ties.length} ${want.ties}`);
    for (const k of ["endowment", "steps", "stop"] as const) if (want[k] !== undefined && v[k] !== want[k]) diffs.push(`${k} ${v[k]} ${want[k]}`);
    if (want.rho) want.rho.forEach((r: string, i: number) => { const m: any = v.rounds[i]; if (!(Math.abs(m?.rho - Number(r)) <= 1e-11 * Number(r))) diffs.push(`rho ${m?.rho} ${r}`); });
    if (diffs.length) { bad++; if (bad < 40) console.log(f, rule, diffs.slice(0, 4).join("; ")); } else good++;
  }
}
slow.sort((a, b) => b[0] - a[0]);
console.log({ good, bad }, slow.slice(0, 12).map(([ms, s]) => ms.toFixed(0) + " " + s), slow.reduce((s,x)=>s+x[0],0).toFixed(0));
