import { useT } from "~/i18n/use-translation";
import { Button } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { KeptForm } from "../kept-form";

/** After signing in: one button sends the kept form to where it was going, field by field (F-25). */
export function KeptFormSender({ form: { action, fields, filesLost } }: { form: KeptForm }) {
  const t = useT();
  return (
    <Page title={t("identity.signIn.continueTitle")} lead={t("identity.signIn.continueLead")}>
      {filesLost ? <Notice tone="warning">{t("identity.signIn.filesLost")}</Notice> : null}
      <PostForm action={action}>
        {fields.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the fields are rendered once on the server
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <Button>{t("common.actions.continue")}</Button>
      </PostForm>
    </Page>
  );
}
