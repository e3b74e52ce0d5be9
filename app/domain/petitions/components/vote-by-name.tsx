import { useFormat, useT } from "~/i18n/use-translation";
import { Details } from "~/ui/details";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import { type NamedVote, totalsOf, type Vote } from "../answer";

const TONES = {
  for: "success",
  against: "danger",
  abstained: "warning",
  absent: "neutral",
} as const satisfies Record<Vote, string>;

/** How the council voted: the totals in a sentence, then each member. */
export function VoteByName({ votes }: { votes: readonly NamedVote[] }) {
  const t = useT();
  const format = useFormat();
  const totals = totalsOf(votes);
  return (
    <>
      <p>
        <strong>{t("answers.vote.title")}</strong>{" "}
        {t("answers.vote.totals", {
          for: format.number(totals.for),
          against: format.number(totals.against),
          abstained: format.number(totals.abstained),
          absent: format.number(totals.absent),
        })}
      </p>
      <Details summary={t("answers.vote.byName")}>
        <Table
          caption={t("answers.vote.byName")}
          captionHidden
          rows={[...votes]}
          rowKey={({ name }) => name}
          columns={[
            { id: "name", label: t("answers.vote.member"), header: true, cell: ({ name }) => name },
            {
              id: "vote",
              label: t("answers.vote.vote"),
              cell: ({ vote }) => <Tag tone={TONES[vote]}>{t(`answers.vote.${vote}`)}</Tag>,
            },
          ]}
        />
      </Details>
    </>
  );
}
