import { useT } from "~/i18n/use-translation";

export type FormError = {
  /** Name of the field; an error of the whole form has none. */
  field?: string | undefined;
  message: string;
};

/** First thing on the page after a refused form; the same words stand beside each field. */
export function ErrorSummary({ errors }: { errors: FormError[] }) {
  const t = useT();
  if (errors.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: after a refused form the reader must start here, also without scripts
    <div className="error-summary" role="alert" tabIndex={-1} autoFocus>
      <h2>{t("common.errors.title", { count: errors.length })}</h2>
      <ul className="plain">
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  );
}
