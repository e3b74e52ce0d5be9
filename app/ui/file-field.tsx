import { useFormat, useT } from "~/i18n/use-translation";
import { describedBy, Field, type FieldProps } from "./field";

type Props = FieldProps & {
  accept?: string | undefined;
  multiple?: boolean | undefined;
  /** Largest size of one file; the server enforces it, here it is told. */
  maxBytes?: number | undefined;
};

/** Its form must be `<PostForm upload>`. */
export function FileField({ accept, multiple, maxBytes, ...field }: Props) {
  const t = useT();
  const format = useFormat();
  const limit = maxBytes ? `${field.name}-limit` : undefined;
  return (
    <Field {...field}>
      <input
        {...describedBy(field, limit)}
        id={field.name}
        name={field.name}
        type="file"
        className="file-input"
        accept={accept}
        multiple={multiple}
      />
      {maxBytes ? (
        <p className="counter" id={limit}>
          {t("common.field.fileLimit", { size: format.fileSize(maxBytes) })}
        </p>
      ) : null}
    </Field>
  );
}
