import { type PreparedSignature, sendAtRate } from "../harness/signing-load";

export type LoadOrder = { origin: string; prepared: PreparedSignature[]; perSecond: number };

/** The crowd, in a process of its own: takes one order, answers with what became of each attempt. */
process.once("message", async (order: LoadOrder) => {
  const attempts = await sendAtRate(order.origin, order.prepared, order.perSecond);
  process.send?.(attempts, () => process.disconnect());
});
process.send?.("ready");
