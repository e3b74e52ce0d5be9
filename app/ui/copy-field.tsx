import { useId } from "react";

type Props = {
  label: string;
  value: string;
  /** Words of the button that scripts add, and what it says when it is done. */
  copy: string;
  copied: string;
  /** A text of several lines instead of an address. */
  rows?: number | undefined;
  lang?: string | undefined;
};

/** Something to be copied: it can be selected and taken along without scripts, with them there is a button. */
export function CopyField({ label, value, copy, copied, rows, lang }: Props) {
  const id = useId();
  const control = { id, readOnly: true, className: "ds-input", lang };
  return (
    <div className="field copy-field" data-enhance="copy" data-copy={copy} data-copied={copied}>
      <label htmlFor={id}>{label}</label>
      {rows ? (
        <textarea {...control} rows={rows} value={value} />
      ) : (
        <input {...control} type="text" value={value} />
      )}
    </div>
  );
}
