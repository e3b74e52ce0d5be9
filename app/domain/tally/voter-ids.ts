const MOST_IDS = 2 ** 22;
/** At half load a search this long does not happen by chance; ids made to collide must not cost time. */
const LONGEST_SEARCH = 256;

/**
 * Notices repeated voter ids in 8 bytes per voter: keeps 52-bit hashes, not the ids. Two
 * different ids of a million collide with a chance of about 1 in 10,000, so what it says is a
 * warning, never a reason to drop a ballot. Memory and time stay bounded whatever the ids are: beyond
 * `MOST_IDS` nothing new is remembered, and neither is an id whose place in the table is crowded.
 */
export class VoterIds {
  private table = new Float64Array(1024);
  private used = 0;

  /** Remembers the id; true if it was there already. */
  seen(id: string): boolean {
    const key = hashOf(id);
    const slot = this.slotOf(key);
    if (this.table[slot] === key) return true;
    if (slot < 0 || this.used === MOST_IDS) return false;
    this.table[slot] = key;
    this.used += 1;
    if (this.used * 2 > this.table.length) this.grow();
    return false;
  }

  /** Where the key is or may be put; -1 in a crowded place. */
  private slotOf(key: number): number {
    const mask = this.table.length - 1;
    let slot = key % this.table.length;
    for (let steps = 0; steps < LONGEST_SEARCH; steps++) {
      if (this.table[slot] === 0 || this.table[slot] === key) return slot;
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  private grow(): void {
    const old = this.table;
    this.table = new Float64Array(old.length * 2);
    for (const key of old) {
      const slot = key === 0 ? -1 : this.slotOf(key);
      if (slot >= 0) this.table[slot] = key;
    }
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
