import type { LocalText } from "~/domain/communities/community";
import type { PublicDraw } from "~/domain/voting/public-draw";
import { useT } from "~/i18n/use-translation";
import { Details } from "~/ui/details";
import { Facts } from "~/ui/facts";
import { Localised } from "~/ui/localised";

type Props = {
  source: LocalText;
  draw: (Pick<PublicDraw, "commitment"> & { revealed: Revealed | null }) | null;
};
type Revealed = { seed: string; publicValue: string };

/** The draw of a round as far as it has come: what is fixed, what is still awaited, and how to check it. */
export function DrawInWords({ source, draw }: Props) {
  const t = useT();
  const revealed = draw?.revealed;
  const code = (text: string) => <code className="checksum">{text}</code>;
  return (
    <>
      <Facts
        items={[
          ...(Object.keys(source).length > 0
            ? [{ label: t("prioritisation.draw.source"), value: <Localised text={source} /> }]
            : []),
          {
            label: t("prioritisation.draw.commitment"),
            value: draw ? code(draw.commitment) : t("prioritisation.draw.notYet"),
          },
          {
            label: t("prioritisation.draw.value"),
            value: revealed ? code(revealed.publicValue) : t("prioritisation.draw.later"),
          },
          {
            label: t("prioritisation.draw.seed"),
            value: revealed ? code(revealed.seed) : t("prioritisation.draw.hidden"),
          },
        ]}
      />
      <Details summary={t("prioritisation.draw.how")}>
        <ol>
          <li>{t(revealed ? "prioritisation.draw.kept" : "prioritisation.draw.keep")}</li>
          <li>
            {t("prioritisation.draw.compare")}
            <pre className="command">
              <code>{`printf 'openward-draw-1\\n%s' ${revealed?.seed ?? "…"} | sha256sum`}</code>
            </pre>
          </li>
          <li>{t("prioritisation.draw.order")}</li>
        </ol>
      </Details>
    </>
  );
}
