/** One complaint about one field (or `form`); `message` is a key of the catalogues, `values` fill its placeholders. */
export type FieldError = { field: string; message: string; values: Record<string, string | number> };

export type FormValues = Record<string, string | string[]>;

/** What an action returns instead of redirecting: complaints, and everything that was typed. */
export type FormFailure = { errors: FieldError[]; values: FormValues };
