import type { LocalText } from "~/domain/communities/community";
import { shortHash } from "~/domain/petitions/suspicion";
import { localText } from "~/i18n/local-text";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Button, ButtonRow } from "~/ui/button";
import { DateField } from "~/ui/date-field";
import { PostForm } from "~/ui/form";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import { useFormAnswers } from "~/ui/use-form-answers";

type Props = {
  action: string;
  asked: { network: string; from: string; to: string; district: string };
  districts: { id: string; name: LocalText }[];
};

/** What marks the signatures, and the public cause. */
export function SuspicionFields({ action, asked, districts }: Props) {
  const t = useT();
  const locale = useLocale();
  const { text, error } = useFormAnswers();
  const network = text("network", asked.network) ?? "";
  return (
    <PostForm action={action}>
      <Marks network={network} asked={asked} />
      {districts.length > 0 ? (
        <Select
          name="district"
          label={t("integrity.suspicion.district")}
          emptyLabel={t("integrity.suspicion.anyDistrict")}
          options={districts.map(({ id, name }) => ({ value: id, label: localText(name, locale).text }))}
          defaultValue={text("district", asked.district)}
          error={error("district")}
        />
      ) : null}
      <TextArea
        name="cause"
        label={t("integrity.suspicion.cause")}
        hint={t("integrity.suspicion.causeHint")}
        rows={3}
        maxCharacters={300}
        defaultValue={text("cause")}
        error={error("cause")}
      />
      <ButtonRow>
        <Button>{t("integrity.suspicion.preview")}</Button>
      </ButtonRow>
    </PostForm>
  );
}

/** The network, when the page was opened from a burst, and the time. */
function Marks({ network, asked }: { network: string; asked: Props["asked"] }) {
  const t = useT();
  const format = useFormat();
  const { text, error } = useFormAnswers();
  return (
    <>
      {network === "" ? null : (
        <>
          <input type="hidden" name="network" value={network} />
          <p>
            {t("integrity.suspicion.network")} <code>{shortHash(network)}</code>
          </p>
        </>
      )}
      {(["from", "to"] as const).map((end) => (
        <DateField
          key={end}
          name={end}
          label={t(`integrity.suspicion.${end}`)}
          hint={end === "from" ? format.zoneName() : undefined}
          withTime
          optional={network !== ""}
          defaultValue={text(end, asked[end])}
          error={error(end)}
        />
      ))}
    </>
  );
}
