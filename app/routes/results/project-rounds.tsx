import { OutcomeMark } from "~/domain/results/components/outcome-mark";
import { ProjectTitle } from "~/domain/results/components/project-title";
import { priceMinor, roughMinor } from "~/domain/results/money-text";
import type { ResultList, ResultProject } from "~/domain/results/published-result";
import { ruleTraits } from "~/domain/results/rule-family";
import type { Round } from "~/domain/tally/count-result";
import { useFormat, useT } from "~/i18n/use-translation";
import { Details } from "~/ui/details";
import { Section } from "~/ui/section";
import { type Column, Table } from "~/ui/table";

type Props = { list: ResultList; project: ResultProject; currency: string; base: string };

/** Rounds shown before and after the one that decided. */
const AROUND = 3;

/** The part of the count in which this project won or lost, and the whole of it on demand. */
export function ProjectRounds({ list, project, currency, base }: Props) {
  const t = useT();
  const { rounds } = list.count;
  const { family, unit } = ruleTraits(list.rule);
  if (rounds.length === 0) return null;
  const own = rounds.findIndex((round) => round.project === project.code);
  const decided = own >= 0 ? own : (project.round ?? 0) - 1;
  const near = decided < 0 ? [] : rounds.slice(Math.max(0, decided - AROUND), decided + AROUND + 1);
  const greedy = unit === "votes" ? "results.project.turnsLead" : "results.project.turnsLeadPoints";
  const table = (rows: readonly Round[]) => (
    <RoundTable rows={rows} list={list} own={project.code} currency={currency} base={base} />
  );
  return (
    <Section
      title={t(family === "greedy" ? "results.project.turns" : "results.project.shares")}
      lead={t(family === "greedy" ? greedy : "results.project.sharesLead")}
    >
      {project.reason.code === "supporters-lack-money" ? <p className="measure">{lostSentence()}</p> : null}
      {near.length > 0 ? table(near) : null}
      {near.length < rounds.length ? (
        <Details summary={t("results.project.allRounds")}>{table(rounds)}</Details>
      ) : null}
    </Section>
  );

  function lostSentence(): string {
    return project.round
      ? t("results.project.sharesLostIn", { round: project.round })
      : t("results.project.sharesLost");
  }
}

type TableProps = { rows: readonly Round[]; list: ResultList; own: string; currency: string; base: string };

function RoundTable({ rows, list, own, currency, base }: TableProps) {
  const t = useT();
  const columns = useColumns(list, own, currency, base);
  return (
    <Table
      caption={t("results.project.rounds")}
      captionHidden
      rows={[...rows]}
      rowKey={({ round }) => round}
      columns={columns}
      strong={({ project }) => project === own}
    />
  );
}

function useColumns(list: ResultList, own: string, currency: string, base: string): Column<Round>[] {
  const t = useT();
  const format = useFormat();
  const { unit } = ruleTraits(list.rule);
  const projects = new Map(list.projects.map((project) => [project.code, project]));
  const hrefOf = (code: string) => `${base}/${encodeURIComponent(code)}?list=${encodeURIComponent(list.key)}`;
  const money = (amount: string) => format.money(roughMinor(amount, currency), currency);
  const shares: Column<Round>[] = [
    { id: "paid", label: t("results.project.paid"), numeric: true, cell: paid },
  ];
  const turns: Column<Round>[] = [
    { id: "votes", label: t(`results.table.${unit}`), numeric: true, cell: score },
    { id: "result", label: t("results.table.result"), cell: outcome },
  ];
  return [
    { id: "round", label: t("results.project.roundColumn"), numeric: true, cell: ({ round }) => round },
    {
      id: "project",
      label: t("results.table.project"),
      header: true,
      cell: ({ project: code }) => (
        <RoundTitle project={projects.get(code)} code={code} own={own} href={hrefOf(code)} />
      ),
    },
    { id: "cost", label: t("results.table.cost"), numeric: true, cell: ({ cost }) => money(cost) },
    ...(ruleTraits(list.rule).family === "greedy" ? turns : shares),
    { id: "left", label: t("results.project.left"), numeric: true, cell: ({ left }) => money(left) },
  ];

  function paid(round: Round) {
    return round.kind === "shares" ? format.money(priceMinor(round.price, currency), currency) : null;
  }

  function score({ project: code }: Round) {
    return format.number(projects.get(code)?.score ?? 0);
  }

  function outcome(round: Round) {
    return <OutcomeMark funded={round.kind !== "turn" || round.funded} />;
  }
}

type TitleProps = { project: ResultProject | undefined; code: string; own: string; href: string };

function RoundTitle({ project, code, own, href }: TitleProps) {
  const t = useT();
  if (!project) return code;
  if (code !== own) {
    return (
      <a href={href}>
        <ProjectTitle project={project} />
      </a>
    );
  }
  return (
    <>
      <ProjectTitle project={project} /> <span className="quiet small">({t("results.project.this")})</span>
    </>
  );
}
