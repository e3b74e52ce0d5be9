import { and, asc, count, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { type Page, type Paged, paged } from "~/shared/paging";
import { person } from "~db/schema/identity";
import { petition, petitionEvent, petitionLock, petitionReview } from "~db/schema/petitions";
import type { ModerationView } from "./moderation";
import type { PetitionStep } from "./petition";

export type QueuedPetition = {
  number: number;
  title: string;
  language: string;
  /** When it came to where it is now. */
  since: Date;
  /** Until when whoever has it now is to act. */
  dueAt: Date | null;
  /** The moderator who has it open. */
  heldBy: string | null;
  heldUntil: Date | null;
};

const liveLock = and(
  eq(petitionLock.communityId, petition.communityId),
  eq(petitionLock.petitionId, petition.id),
  sql`${petitionLock.until} > clock_timestamp()`,
);
const openReview = and(
  eq(petitionReview.communityId, petition.communityId),
  eq(petitionReview.petitionId, petition.id),
  isNull(petitionReview.decidedAt),
);
const holder = and(eq(person.communityId, petitionLock.communityId), eq(person.id, petitionLock.personId));

const IN_VIEW: Record<ModerationView, SQL | undefined> = {
  waiting: eq(petition.state, "moderation"),
  reviews: and(eq(petition.state, "refused"), isNotNull(petitionReview.id)),
  returned: eq(petition.state, "returned"),
  open: eq(petition.state, "open"),
  refused: eq(petition.state, "refused"),
  hidden: isNotNull(petition.hiddenAt),
};

/** The step that brought a petition into the view. */
const ENTERED_BY: Record<ModerationView, readonly PetitionStep[]> = {
  waiting: ["second", "resubmit"],
  reviews: ["ask_review"],
  returned: ["return"],
  open: ["open", "restore"],
  refused: ["refuse"],
  hidden: ["hide"],
};

/** The moderators' queue: what is due first comes first. */
export async function listModerationQueue(
  community: Community,
  view: ModerationView,
  page: Page,
): Promise<Paged<QueuedPetition>> {
  const where = and(eq(petition.communityId, community.id), IN_VIEW[view]);
  const dueAt = sql<Date | null>`${dueIn(view)}`.mapWith(petition.closesAt);
  const rows = await database()
    .select({
      number: petition.number,
      title: petition.title,
      language: petition.language,
      since: enteredAt(view),
      dueAt,
      heldBy: person.name,
      heldUntil: petitionLock.until,
    })
    .from(petition)
    .leftJoin(petitionReview, openReview)
    .leftJoin(petitionLock, liveLock)
    .leftJoin(person, holder)
    .where(where)
    .orderBy(sql`${dueIn(view)} nulls last`, asc(petition.number))
    .limit(page.size)
    .offset(page.offset);
  const [all] = await database()
    .select({ total: count() })
    .from(petition)
    .leftJoin(petitionReview, openReview)
    .where(where);
  return paged(rows, all?.total ?? 0, page);
}

function dueIn(view: ModerationView): SQL {
  if (view === "waiting") return sql`${petition.moderationDueAt}`;
  if (view === "reviews") return sql`${petitionReview.dueAt}`;
  if (view === "open") return sql`${petition.closesAt}`;
  if (view === "hidden") return sql`null::timestamptz`;
  return newestEvent("due_at", ENTERED_BY[view]);
}

function enteredAt(view: ModerationView) {
  return sql<Date>`coalesce(${newestEvent("created_at", ENTERED_BY[view])}, ${petition.createdAt})`.mapWith(
    petition.createdAt,
  );
}

function newestEvent(column: "created_at" | "due_at", steps: readonly PetitionStep[]): SQL {
  return sql`(select e.${sql.identifier(column)} from ${petitionEvent} e
    where e.community_id = ${petition.communityId} and e.petition_id = ${petition.id}
      and ${inArray(sql`e.step`, [...steps])} order by e.created_at desc limit 1)`;
}

/** How many lie in each view of the queue. */
export async function countModerationQueue(community: Community): Promise<Record<ModerationView, number>> {
  const of = (view: ModerationView) =>
    sql<number>`(count(*) filter (where ${IN_VIEW[view]}))::integer`.mapWith(Number);
  const [counts] = await database()
    .select({
      waiting: of("waiting"),
      reviews: of("reviews"),
      returned: of("returned"),
      open: of("open"),
      refused: of("refused"),
      hidden: of("hidden"),
    })
    .from(petition)
    .leftJoin(petitionReview, openReview)
    .where(eq(petition.communityId, community.id));
  return counts ?? { waiting: 0, reviews: 0, returned: 0, open: 0, refused: 0, hidden: 0 };
}
