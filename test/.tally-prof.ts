import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { PabulibReader } from "~/domain/tally/pabulib-reader";
import { prepareCounting } from "~/domain/tally/count";
import { ruleNamed } from "~/domain/tally/rules";
import { sharesSetup, startingEndowment } from "~/domain/tally/equal-shares";
import { findAddOneEnd } from "~/domain/tally/add-one";
import { ExactMoney } from "~/domain/tally/equal-shares-exact";
let exactMade=0, exactPrice=0; 
const op=ExactMoney.prototype.price; let exT=0; ExactMoney.prototype.price=function(...a:any){exactPrice++; const t=performance.now(); const r=(op as any).apply(this,a); exT+=performance.now()-t; return r;};
const oc=ExactMoney.prototype.charge; ExactMoney.prototype.charge=function(...a:any){const t=performance.now(); const r=(oc as any).apply(this,a); exT+=performance.now()-t; return r;};
const dir="/work/shared/data/pabulib/"; const [f,rule]=process.argv.slice(2);
const bytes = f!.endsWith("gz") ? gunzipSync(readFileSync(dir + f)) : readFileSync(dir + f!);
const t0=performance.now(); const rd=new PabulibReader(); rd.pushBytes(bytes); const r=rd.finish(); console.log("parse",(performance.now()-t0).toFixed(0));
if(r.ok){ const e=r.value.election; console.log(e.voters,e.projects.length,e.ballots.count,e.ballots.projects.length);
 for(let rep=0;rep<(Number(process.env.REP)||3);rep++){ exactPrice=0; exT=0;
 const ru=ruleNamed(rule!,e.voteType) as any; const c=prepareCounting(e,ru,{});
 const u1=process.cpuUsage(); const t1=performance.now(); const s=sharesSetup(c as any); const end=findAddOneEnd(s,startingEndowment(e.budget,e.voters,false,e.decimals),rule!.includes("over")); const t2=performance.now(); console.log("cpu",(process.cpuUsage(u1).user/1000).toFixed(0),"wall",(t2-t1).toFixed(0),end.steps,end.runs,end.stop,"exact",exactPrice,exT.toFixed(0)); } }
