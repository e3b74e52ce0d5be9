import { DrawInWords } from "~/domain/prioritisation/components/draw-in-words";
import { useListName } from "~/domain/results/components/use-list-name";
import type { PublishedResult, ResultList } from "~/domain/results/published-result";
import { useFormat, useT } from "~/i18n/use-translation";
import { Details } from "~/ui/details";
import { Facts } from "~/ui/facts";

type Props = { result: PublishedResult };

const ORDER = {
  project_code: "results.method.tieByCode",
  lower_cost_then_code: "results.method.tieByCost",
  draw: "results.method.tieByDraw",
} as const;

/** The order among equals, where it decided, and the draw with all that repeats it. */
export function Ties({ result }: Props) {
  const t = useT();
  const { lists, tieOrder } = result;
  return (
    <>
      <h3 id="tie-order">{t("results.method.tieOrder")}</h3>
      <p className="measure">{t(ORDER[tieOrder])}</p>
      <Decisive lists={lists} byDraw={tieOrder === "draw"} />
      {tieOrder === "draw" ? <DrawRecord result={result} /> : null}
    </>
  );
}

function Decisive({ lists, byDraw }: { lists: readonly ResultList[]; byDraw: boolean }) {
  const t = useT();
  const format = useFormat();
  const name = useListName();
  const ties = lists.flatMap((list) =>
    list.count.ties.filter(({ decisive }) => decisive).map((tie) => ({ list, ...tie })),
  );
  if (ties.length === 0)
    return <p className="measure">{t(byDraw ? "results.method.drawIdle" : "results.method.tiesNone")}</p>;
  const count = { count: ties.length };
  return (
    <>
      <p className="measure">{t(byDraw ? "results.method.tiesByDraw" : "results.method.ties", count)}</p>
      <ul>
        {ties.map(({ list, round, tied, chosen }) => {
          const others = tied
            .filter((code) => code !== chosen)
            .map((code) => t("results.table.code", { code }));
          const values = { round, chosen, others: format.list(others), list: name(list) };
          return (
            <li key={`${list.key} ${round}`}>
              {t(lists.length > 1 ? "results.method.tieOf" : "results.method.tie", values)}{" "}
              <DrawnOrder list={list} tied={tied} />
            </li>
          );
        })}
      </ul>
    </>
  );
}

function DrawnOrder({ list: { draw }, tied }: { list: ResultList; tied: readonly string[] }) {
  const t = useT();
  if (!draw) return null;
  const codes = draw.order.filter((code) => tied.includes(code));
  return t("results.method.drawnOrder", { codes: codes.join(", ") });
}

function DrawRecord({ result: { lists, drawSource } }: Props) {
  const t = useT();
  const name = useListName();
  const drawn = lists.flatMap((list) => (list.draw ? [{ list, draw: list.draw }] : []));
  const [first] = drawn;
  if (!first) return null;
  const { commitment, seed, publicValue } = first.draw;
  return (
    <>
      <DrawInWords source={drawSource ?? {}} draw={{ commitment, revealed: { seed, publicValue } }} />
      <Details summary={t("results.method.drawnAll")}>
        <Facts items={drawn.map(({ list, draw }) => ({ label: name(list), value: draw.order.join(", ") }))} />
      </Details>
      <p className="measure">{t("results.method.drawRepeat")}</p>
    </>
  );
}
