import type { Locale } from "~/i18n/locales";
import type { Residence } from "./residence";

/** Roles granted per community and held as dated memberships. Being a resident is a fact of residence, not a grant. */
export const ROLES = [
  "consultant",
  "clerk",
  "reviewer",
  "commission_member",
  "moderator",
  "administrator",
] as const;
export type Role = (typeof ROLES)[number];

export type Guest = { kind: "guest" };

export type Person = {
  kind: "person";
  id: string;
  name: string;
  email: string;
  language: Locale;
  bornOn: string | null;
  roles: readonly Role[];
  residence: Residence | null;
};

export type Viewer = Guest | Person;

declare const mint: unique symbol;
type Minted<Name extends string> = Person & { readonly [mint]: Name };

/** Proofs that identity has checked the right; a change takes one of these, never a bare person. */
export type Resident = Minted<"resident"> & { residence: Residence };
export type Consultant = Minted<"consultant">;
export type Clerk = Minted<"clerk">;
export type Reviewer = Minted<"reviewer">;
export type CommissionMember = Minted<"commission_member">;
export type Moderator = Minted<"moderator">;
export type Administrator = Minted<"administrator">;

export function holds(viewer: Viewer, role: Role): boolean {
  return viewer.kind === "person" && viewer.roles.includes(role);
}
