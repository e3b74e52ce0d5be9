import { useT } from "~/i18n/use-translation";
import { TextField } from "~/ui/field";

/** A password being chosen: password managers may fill it, anything may be pasted (S-19). */
export function NewPasswordField({ label, error }: { label: string; error: string | undefined }) {
  const t = useT();
  return (
    <TextField
      name="password"
      type="password"
      label={label}
      hint={t("identity.field.passwordHint")}
      autoComplete="new-password"
      width="m"
      error={error}
    />
  );
}
