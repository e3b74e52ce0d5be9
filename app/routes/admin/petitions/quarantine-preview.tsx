import type { LocalText } from "~/domain/communities/community";
import type { thresholdsAfter } from "~/domain/petitions/suspicion";
import type { SuspicionInput } from "~/domain/petitions/suspicion-form";
import type { Effect } from "~/domain/petitions/suspicion-queries.server";
import { useFormat, useT } from "~/i18n/use-translation";
import { BigFigures } from "~/ui/big-figures";
import { Button, ButtonRow } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Table } from "~/ui/table";
import { EffectTable } from "./effect-table";

export type Preview = {
  input: SuspicionInput;
  effect: Effect;
  counted: number;
  thresholds: ReturnType<typeof thresholdsAfter>;
};

type Props = { preview: Preview; base: string; districts: { id: string; name: LocalText }[] };

/** What would change, before anybody decides. */
export function QuarantinePreview({ preview, base, districts }: Props) {
  const t = useT();
  const format = useFormat();
  const { input, effect, counted, thresholds } = preview;
  const after = Math.max(0, counted - effect.total);
  return (
    <>
      <BigFigures
        items={[
          { value: format.number(effect.total), label: t("integrity.preview.matching") },
          { value: format.number(counted), label: t("integrity.preview.before") },
          { value: format.number(after), label: t("integrity.preview.after") },
        ]}
      />
      <p className="measure">
        {t("integrity.suspicion.cause")}: {input.cause}
      </p>
      <ThresholdTable thresholds={thresholds} />
      <EffectTable effect={effect} districts={districts} />
      <PostForm action={base}>
        {Object.entries(input).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p className="hint">{t("integrity.preview.second")}</p>
        <ButtonRow>
          <Button>{t("integrity.preview.propose")}</Button>
        </ButtonRow>
      </PostForm>
    </>
  );
}

function ThresholdTable({ thresholds }: Pick<Preview, "thresholds">) {
  const t = useT();
  const format = useFormat();
  return (
    <Table
      caption={t("integrity.preview.thresholds")}
      rows={thresholds}
      rowKey={({ signatures }) => signatures}
      columns={[
        {
          id: "signatures",
          label: t("integrity.preview.threshold"),
          header: true,
          cell: ({ signatures, duty }) => `${format.number(signatures)} – ${t(`petitions.duty.${duty}`)}`,
        },
        {
          id: "effect",
          label: t("integrity.preview.effect"),
          cell: ({ reached, metBefore, metAfter }) => {
            if (reached) return t("integrity.preview.staysReached");
            if (metBefore && !metAfter) return t("integrity.preview.fallsBelow");
            return t(metAfter ? "integrity.preview.staysMet" : "integrity.preview.notMet");
          },
        },
      ]}
    />
  );
}
