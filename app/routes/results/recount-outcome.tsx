import { OutcomeMark } from "~/domain/results/components/outcome-mark";
import { useT } from "~/i18n/use-translation";
import { Facts } from "~/ui/facts";
import { Table } from "~/ui/table";

const FACTS = ["rule", "winners", "spent", "left", "voters", "served", "steps"] as const;

/** The frame of a counted result; the script fills it and repeats the one row of its table. */
export function RecountOutcome() {
  const t = useT();
  const facts = FACTS.map((name) => ({
    label: t(`results.recount.facts.${name}`),
    value: <Cell name={name} />,
  }));
  return (
    <section className="section stack" data-part="outcome" hidden aria-labelledby="recount-outcome">
      <div className="section-head">
        <h2 id="recount-outcome" data-cell="heading" tabIndex={-1}>
          {t("results.recount.say.done")}
        </h2>
      </div>
      <p className="measure" data-cell="against" />
      <ul className="measure stack" data-cell="differences" />
      <Facts items={facts} />
      <h3>{t("results.recount.ties.title")}</h3>
      <p className="measure" data-cell="noTies">
        {t("results.method.tiesNone")}
      </p>
      <ul className="measure" data-cell="ties" />
      <Table
        caption={t("results.recount.table.caption")}
        captionHidden
        rows={["row"]}
        rowKey={(row) => row}
        columns={[
          {
            id: "order",
            label: t("results.recount.table.order"),
            numeric: true,
            cell: () => <Cell name="order" />,
          },
          { id: "id", label: t("results.recount.table.id"), cell: () => <Cell name="id" /> },
          { id: "name", label: t("results.table.project"), header: true, cell: () => <Cell name="name" /> },
          { id: "cost", label: t("results.table.cost"), numeric: true, cell: () => <Cell name="cost" /> },
          { id: "votes", label: t("results.table.votes"), numeric: true, cell: () => <Cell name="votes" /> },
          { id: "selected", label: t("results.table.result"), cell: () => <Marks /> },
        ]}
      />
    </section>
  );
}

/** Both marks; the script takes one away. */
function Marks() {
  return (
    <>
      <span data-cell="funded">
        <OutcomeMark funded />
      </span>
      <span data-cell="unfunded">
        <OutcomeMark funded={false} />
      </span>
    </>
  );
}

function Cell({ name }: { name: string }) {
  return <span data-cell={name} />;
}
