import { inArray, type SQL, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database, type Queryable } from "~/platform/database.server";
import { type Page, type Paged, paged } from "~/shared/paging";
import { petition } from "~db/schema/petitions";
import { ANSWERED_STATES, type DutyRow, type DutyView } from "./response";

type Raw = Omit<DutyRow, "reachedAt" | "dueAt" | "answeredAt" | "debate"> & {
  reachedAt: string;
  dueAt: string;
  answeredAt: string | null;
  scheduledFor: string | null;
  heldAt: string | null;
  notHeldReason: string | null;
};

/**
 * One row for each petition and duty that has begun, with the earliest time it is due, the first answer and the newest
 * debate. `owed` says whether something is still to be done, as `responseOf` and `debateOf` do.
 */
function dutiesOf(community: Community): SQL {
  return sql`
    select petition.id as petition_id, petition.number, petition.title, petition.language, petition.addressee,
      petition.hidden_at is not null as hidden, begun.duty, begun.reached_at, begun.due_at, answer.first_at,
      debate.scheduled_for, debate.held_at, debate.not_held_reason,
      case begun.duty when 'answer' then answer.first_at is null
        else debate.held_at is null and debate.not_held_reason is null end as owed,
      case begun.duty when 'answer' then answer.first_at else debate.scheduled_for end as done_on
    from petition
    join lateral (
      select petition.rules->'thresholds'->f.threshold->>'duty' as duty, min(f.reached_at) as reached_at,
        min(f.due_at) as due_at
      from threshold_fact f where f.community_id = petition.community_id and f.petition_id = petition.id group by 1
    ) begun on true
    left join lateral (
      select min(a.created_at) as first_at from petition_answer a
      where a.community_id = petition.community_id and a.petition_id = petition.id
    ) answer on true
    left join lateral (
      select d.scheduled_for, d.held_at, d.not_held_reason from petition_debate d
      where d.community_id = petition.community_id and d.petition_id = petition.id
      order by d.created_at desc, d.id desc limit 1
    ) debate on begun.duty = 'debate'
    where petition.community_id = ${community.id}::uuid and ${inArray(petition.state, [...ANSWERED_STATES])}`;
}

const COLUMNS = sql`petition_id as "petitionId", number, title, language, addressee, hidden, duty,
  reached_at as "reachedAt", due_at as "dueAt", first_at as "answeredAt", scheduled_for as "scheduledFor",
  held_at as "heldAt", not_held_reason as "notHeldReason"`;

/** What is owed longest first, then what was done last. */
export async function listDuties(
  community: Community,
  view: DutyView | "all",
  page: Page,
): Promise<Paged<DutyRow>> {
  const where = view === "all" ? sql`true` : view === "owed" ? sql`owed` : sql`not owed`;
  const duties = dutiesOf(community);
  const rows = await database().execute<Raw>(sql`
    select ${COLUMNS} from (${duties}) duty where ${where}
    order by owed desc, case when owed then due_at end, done_on desc, number, duty
    limit ${page.size} offset ${page.offset}`);
  const [all] = await database().execute<{ total: number }>(
    sql`select count(*)::int as total from (${duties}) duty where ${where}`,
  );
  return paged(rows.map(toRow), all?.total ?? 0, page);
}

const MOST_REMINDED = 100;

/** What is due within so many days or overdue, for the clerks' reminder. */
export async function listPressingDuties(
  community: Community,
  days: number,
  from: Queryable = database(),
): Promise<DutyRow[]> {
  const rows = await from.execute<Raw>(sql`
    select ${COLUMNS} from (${dutiesOf(community)}) duty
    where owed and due_at <= clock_timestamp() + make_interval(days => ${days})
    order by due_at, number, duty limit ${MOST_REMINDED}`);
  return rows.map(toRow);
}

export type DutyCounts = { owed: number; overdue: number; done: number; answered: number; inTime: number };

/** How the council keeps its terms. `answered` are answers that were due; `inTime` those of them given in time. */
export async function countDuties(community: Community): Promise<DutyCounts> {
  const [counts] = await database().execute<DutyCounts>(sql`
    select count(*) filter (where owed)::int as owed,
      count(*) filter (where owed and due_at <= clock_timestamp())::int as overdue,
      count(*) filter (where not owed)::int as done,
      count(*) filter (where duty = 'answer' and not owed)::int as answered,
      count(*) filter (where duty = 'answer' and first_at < due_at)::int as "inTime"
    from (${dutiesOf(community)}) duty`);
  return counts ?? { owed: 0, overdue: 0, done: 0, answered: 0, inTime: 0 };
}

function toRow({ scheduledFor, heldAt, notHeldReason, ...raw }: Raw): DutyRow {
  return {
    ...raw,
    reachedAt: new Date(raw.reachedAt),
    dueAt: new Date(raw.dueAt),
    answeredAt: raw.answeredAt === null ? null : new Date(raw.answeredAt),
    debate:
      scheduledFor === null
        ? null
        : {
            scheduledFor: new Date(scheduledFor),
            heldAt: heldAt === null ? null : new Date(heldAt),
            notHeldReason,
          },
  };
}
