/** What everybody may know of a round's draw: the seed only once the public value stands. */
export type PublicDraw = {
  commitment: string;
  revealed: { seed: string; publicValue: string; at: Date } | null;
};
