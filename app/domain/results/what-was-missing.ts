/** What would have funded a project under the same rule, as counted (`domain/tally/counterfactual`). */
export type WhatWasMissing = {
  /** Code of the project on the ballot. */
  project: string;
  /** Ballots for it alone that would have done; null where none would, or where it was not counted. */
  moreVotes: number | null;
  /** Exact decimal in major units; null where even nothing would be too dear, or where it was not counted. */
  cheaperBy: string | null;
  /** The count was too long to be repeated so often; nothing is said of the two figures. */
  notCounted?: boolean;
};

export type Missing = Omit<WhatWasMissing, "project">;

/** Puts to each project what it lacked, as far as that has been counted. */
export function withMissing<Project extends { code: string }>(
  projects: readonly Project[],
  missing: readonly WhatWasMissing[],
): (Project & { missing: Missing | null })[] {
  const found = new Map(missing.map(({ project, ...lack }) => [project, lack]));
  return projects.map((project) => ({ ...project, missing: found.get(project.code) ?? null }));
}
