/** Name of the hidden field that proves a form came from one of our pages. */
export const formTokenField = "formToken";

export type UploadedFile = { field: string; name: string; type: string; bytes: Uint8Array };

/** The body of a form, read once and bounded. A field may come several times; files stand apart. */
export type ParsedForm = {
  fields: ReadonlyMap<string, readonly string[]>;
  files: readonly UploadedFile[];
};

export const emptyForm: ParsedForm = { fields: new Map(), files: [] };
