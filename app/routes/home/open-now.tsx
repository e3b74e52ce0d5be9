import { allow } from "~/domain/identity/allow.server";
import { useT } from "~/i18n/use-translation";
import { Page } from "~/ui/page";

export const loader = allow("anyone", () => null);

export default function OpenNow() {
  const t = useT();
  return <Page title={t("common.sections.rounds")}>{null}</Page>;
}
