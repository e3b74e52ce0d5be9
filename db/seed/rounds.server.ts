import type { Community } from "~/domain/communities/community";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { readWallTime, showWallTime } from "~/domain/communities/wall-time";
import { actAs } from "~/domain/identity/act-as.server";
import type { Administrator, Moderator } from "~/domain/identity/viewer";
import { changeRound } from "~/domain/prioritisation/change-round.server";
import { createRound } from "~/domain/prioritisation/create-round.server";
import { openVoting } from "~/domain/prioritisation/open-voting.server";
import { publishRound } from "~/domain/prioritisation/publish-round.server";
import { findAnyRound } from "~/domain/prioritisation/round-queries.server";
import { type RoundSetup, SUGGESTED_RULES } from "~/domain/prioritisation/round-setup";
import { findVoting, listBallotLists } from "~/domain/voting/ballot-queries.server";
import { castBallot } from "~/domain/voting/cast-ballot.server";
import { now } from "~/platform/clock.server";
import { hiddenId } from "~/shared/id";
import criteria from "./criteria.json";
import { fileInitiative, screenFiled } from "./filed-initiatives.server";
import initiatives from "./initiatives.json";

type Staff = { administrator: Administrator; moderator: Moderator };
/** Days from today, begin and end. */
type Days = Record<"submission" | "screening" | "voting" | "objections" | "result", [number, number]>;
type Plan = {
  slug: string;
  title: RoundSetup["title"];
  summary: RoundSetup["summary"];
  days: Days;
  amounts: number[];
  rules?: RoundSetup["rules"];
};

const DAY = 86_400_000;

/** An open call for initiatives, some of them screened already. */
export async function seedOpenCall(community: Community, { administrator, moderator }: Staff): Promise<void> {
  const roundId = await publish(community, administrator, {
    slug: "2027",
    title: { uk: "Бюджет участі 2027", ru: "Инициативный бюджет 2027", en: "Participatory budget 2027" },
    summary: {
      uk: "Запропонуйте, що змінити в громаді наступного року. На всю громаду й кожен район є окремі кошти.",
      ru: "Предложите, что изменить в общине в следующем году. У всей общины и каждого района свои средства.",
      en: "Propose what to change in the community next year. The whole community and each district have money of their own.",
    },
    days: {
      submission: [-6, 21],
      screening: [-6, 35],
      voting: [42, 56],
      objections: [56, 63],
      result: [63, 80],
    },
    amounts: [100_000_000, 45_000_000],
    rules: {
      ...SUGGESTED_RULES,
      tieOrder: "draw",
      drawSource: {
        uk: "Офіційний курс євро на перший робочий день після завершення голосування, з сайту Національного банку України: чотири знаки після коми.",
        ru: "Официальный курс евро на первый рабочий день после завершения голосования, с сайта Национального банка Украины: четыре знака после запятой.",
        en: "The official exchange rate of the euro on the first working day after voting closes, as published by the National Bank of Ukraine, with four decimals.",
      },
    },
  });
  for (const filed of initiatives.call) {
    const number = await fileInitiative(community, roundId, filed);
    if (filed.state !== "submitted") await screenFiled(community, moderator, number, filed);
  }
}

/**
 * A vote in its second week: filed, screened and opened by the same changes that people use, with the calendar
 * moved by `passDays` in between.
 */
export async function seedOpenVote(
  community: Community,
  { administrator, moderator }: Staff,
  voters: readonly string[],
  passDays: (days: number) => Promise<void>,
): Promise<void> {
  const roundId = await publish(community, administrator, {
    slug: "2026",
    title: { uk: "Бюджет участі 2026", ru: "Инициативный бюджет 2026", en: "Participatory budget 2026" },
    summary: {
      uk: "Оберіть проєкти, які громада збудує коштом бюджету. Голосувати можна за кілька проєктів у кожному переліку.",
      ru: "Выберите проекты, которые община построит за счёт бюджета. Голосовать можно за несколько проектов в каждом списке.",
      en: "Choose the projects the community will build with its budget. You may vote for several projects on each list.",
    },
    days: {
      submission: [-1, 20],
      screening: [-1, 30],
      voting: [45, 59],
      objections: [60, 67],
      result: [67, 90],
    },
    amounts: [90_000_000, 55_000_000],
  });
  for (const filed of initiatives.vote) {
    const number = await fileInitiative(community, roundId, filed);
    await screenFiled(community, moderator, number, { ...filed, state: "admitted" });
  }
  await passDays(50);
  await openVoting(community, roundId);
  for (const [index, voter] of voters.entries()) await vote(community, roundId, voter, index);
}

async function publish(community: Community, administrator: Administrator, plan: Plan): Promise<string> {
  const made = await createRound(community, administrator, plan);
  if (!made.done) throw new Error(`The demonstration has a round ${plan.slug} already.`);
  const [whole = 0, each = 0] = plan.amounts;
  const districts = await listDistricts(community);
  const patch: Partial<RoundSetup> = {
    stages: Object.entries(plan.days).map(([kind, [from, to]]) => ({
      kind: kind as keyof Days,
      opensAt: midnight(from, community.zone),
      closesAt: midnight(to, community.zone),
    })),
    envelopes: [
      { districtId: null, amount: whole },
      ...districts.map(({ id }) => ({ districtId: id, amount: each })),
    ],
    criteria,
    ...(plan.rules ? { rules: plan.rules } : {}),
  };
  const roundId = made.value.id;
  const changed = await changeRound(community, administrator, { roundId, version: 1, patch, reason: "" });
  const record = await findAnyRound(community, plan.slug);
  const published = await publishRound(community, administrator, {
    roundId,
    version: record?.rulesVersion ?? 0,
  });
  if (!changed.done || !published.done)
    throw new Error(`The demonstration's round ${plan.slug} is not complete.`);
  return roundId;
}

/** The beginning of a day in the community's zone, so many days from today. */
function midnight(days: number, zone: string): Date {
  const day = showWallTime(new Date(now().getTime() + days * DAY), zone).slice(0, 10);
  const found = readWallTime(`${day}T00:00`, zone);
  if (!found) throw new Error(`There is no ${day} in ${zone}.`);
  return found.instant;
}

/** Invented tastes: a fixed pattern, so that each install shows the same result. */
async function vote(community: Community, roundId: string, personId: string, index: number): Promise<void> {
  const resident = await actAs(community, personId, "resident");
  const voting = await findVoting(community, { roundId });
  const lists = await listBallotLists(community, roundId, resident.residence.districtId);
  const most = voting?.rules.ballot === "approval" ? voting.rules.maxChoices : 1;
  const choices = lists.flatMap(({ projects }) =>
    projects
      .map(({ id }, place) => ({ id, taste: ((index + 3) * (place + 7) * 31) % 17 }))
      .filter(({ taste }) => taste < 9)
      .slice(0, most)
      .map(({ id }) => id),
  );
  if (choices.length > 0)
    await castBallot(community, resident, { roundId, choices, castKey: hiddenId(), baseVersion: 0 });
}
