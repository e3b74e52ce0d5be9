import type { Role } from "./viewer";

export type RoleState = "future" | "current" | "past";

/** One membership of a person in a role, as staff see it. */
export type HeldRole = {
  id: string;
  role: Role;
  validFrom: Date;
  validTo: Date | null;
  state: RoleState;
  /** Name of who gave it; null for the set-up. */
  grantedBy: string | null;
};
