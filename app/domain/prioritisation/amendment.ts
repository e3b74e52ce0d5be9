/** One changed field of a locked round, as shown to the public. */
export type AmendedField = { field: string; before: string; after: string };
