type Check = { cause: string; signatures: number; decision: "annulled" | "restored"; at: Date | null };

/** Signatures that do not count, by cause. */
export type Removals = {
  counted: number;
  removed: number;
  /** Taken back by the signers themselves. */
  bySigners: number;
  /** By a check of two people, the newest first. */
  checks: Check[];
};

/** The published count may be a moment behind the checks, so what is left for signers is never below nothing. */
export function removalsOf(
  { signatures, annulled }: { signatures: number; annulled: number },
  checks: readonly Check[],
): Removals {
  const irregular = checks.reduce((sum, check) => sum + check.signatures, 0);
  const bySigners = Math.max(0, annulled - irregular);
  return { counted: signatures, removed: bySigners + irregular, bySigners, checks: [...checks] };
}
