/**
 * Notices repeated voter ids in 8 bytes per voter: keeps 52-bit hashes, not the ids. Two
 * different ids of a million collide with a chance of about 1 in 10,000, so what it says is a
 * warning, never a reason to drop a ballot.
 */
export class VoterIds {
  private table = new Float64Array(1024);
  private used = 0;

  /** Remembers the id; true if it was there already. */
  seen(id: string): boolean {
    const key = hashOf(id);
    const slot = this.slotOf(key);
    if (this.table[slot] === key) return true;
    this.table[slot] = key;
    this.used += 1;
    if (this.used * 2 > this.table.length) this.grow();
    return false;
  }

  private slotOf(key: number): number {
    const mask = this.table.length - 1;
    let slot = key % this.table.length;
    while (this.table[slot] !== 0 && this.table[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const old = this.table;
    this.table = new Float64Array(old.length * 2);
    for (const key of old) if (key !== 0) this.table[this.slotOf(key)] = key;
  }
}

/** 52 bits, never 0: two 32-bit multiplicative hashes side by side. */
function hashOf(id: string): number {
  let high = 0x811c9dc5;
  let low = 0x9e3779b9;
  for (let i = 0; i < id.length; i++) {
    const unit = id.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x85ebca6b) ^ (low >>> 13);
  }
  low ^= low >>> 16;
  return (high >>> 12) * 2 ** 32 + (low >>> 0) || 1;
}
