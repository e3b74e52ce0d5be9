import { useLoaderData } from "@remix-run/react";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { listAuthorRefusals, listStaffEvents } from "~/domain/petitions/moderation-queries.server";
import { listSimilarPetitions } from "~/domain/petitions/similar-petitions-queries.server";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { Localised } from "~/ui/localised";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { PlainText } from "~/ui/prose";
import { Section } from "~/ui/section";
import { Desk } from "./desk";
import { EarlierRefusals, SimilarList } from "./neighbour-petitions";
import { deskOf, openModerated } from "./open-moderated.server";
import { StaffTimeline } from "./staff-timeline";

export const meta = pageMeta((t) => t("moderation.petition.title"), { hidden: true });

export const loader = allow("moderator", async (asked) => {
  const { community } = asked;
  const opened = await openModerated(asked);
  const { petition, review } = opened;
  const [districts, similar, refusals, events] = await Promise.all([
    listDistricts(community),
    listSimilarPetitions(community, petition.title, { except: petition.id }),
    listAuthorRefusals(community, petition),
    listStaffEvents(community, petition.id),
  ]);
  const { authorId: _, rules: __, ...shown } = petition;
  return {
    petition: { ...shown, district: districts.find(({ id }) => id === petition.districtId)?.name ?? null },
    desk: deskOf(opened),
    review: review && { grounds: review.grounds, dueAt: review.dueAt, decided: review.decidedAt !== null },
    similar,
    refusals,
    events,
    now: now(),
  };
});

export default function ModeratedPetition() {
  const t = useT();
  const locale = useLocale();
  const { petition, desk, review, similar, refusals, events, now: instant } = useLoaderData<typeof loader>();
  const lang = petition.language === locale ? undefined : petition.language;
  return (
    <Page
      title={petition.title}
      titleLang={lang}
      caption={t("moderation.petition.caption", { number: petition.number })}
      status={<Status now={instant} />}
      back={{ href: `/${locale}/admin/petitions` }}
      notice={
        petition.hiddenAt ? (
          <Notice tone="warning" title={t("moderation.petition.hidden")}>
            {t("moderation.petition.hiddenHint")}
          </Notice>
        ) : null
      }
      aside={<Facts />}
    >
      <Desk number={petition.number} desk={desk} />
      {review && !review.decided ? (
        <Section title={t("moderation.petition.reviewGrounds")}>
          <PlainText text={review.grounds} lang={lang} />
        </Section>
      ) : null}
      <Section title={t("moderation.petition.demand")}>
        <PlainText text={petition.demand} lang={lang} />
      </Section>
      <Section title={t("moderation.petition.grounds")} quiet>
        <PlainText text={petition.grounds} lang={lang} />
      </Section>
      <SimilarList rows={similar} />
      <EarlierRefusals rows={refusals} />
      <StaffTimeline events={events} />
    </Page>
  );
}

/** Where it stands and by when somebody acts. */
function Status({ now: instant }: { now: Date }) {
  const t = useT();
  const format = useFormat();
  const { petition, review } = useLoaderData<typeof loader>();
  const state = t(`petitions.state.${petition.state}`);
  const waitsForReview = petition.state === "refused" && review && !review.decided;
  const due =
    petition.state === "moderation" ? petition.moderationDueAt : waitsForReview ? review.dueAt : null;
  if (petition.state === "open" && petition.closesAt) {
    return <>{t("moderation.petition.collects", { date: format.deadlineZone(petition.closesAt) })}</>;
  }
  if (!due) return <>{state}</>;
  const date = format.deadlineZone(due);
  return (
    <>
      {waitsForReview ? t("moderation.petition.reviewWaits") : state}.{" "}
      {t(due <= instant ? "moderation.petition.overdueSince" : "moderation.petition.decideBy", { date })}
    </>
  );
}

/** Who wrote it, to whom, for which place. */
function Facts() {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { petition } = useLoaderData<typeof loader>();
  const isPublic = petition.openedAt !== null || petition.state === "refused";
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{t("moderation.petition.author")}</dt>
          <dd>{petition.authorName}</dd>
        </div>
        <div>
          <dt>{t("moderation.petition.addressee")}</dt>
          <dd>{petition.addressee}</dd>
        </div>
        <div>
          <dt>{t("moderation.petition.place")}</dt>
          <dd>
            {petition.district ? (
              <Localised text={petition.district} label={false} />
            ) : (
              t("moderation.petition.whole")
            )}
          </dd>
        </div>
        <div>
          <dt>{t("moderation.petition.filed")}</dt>
          <dd>{format.date(petition.createdAt)}</dd>
        </div>
      </dl>
      {isPublic ? (
        <p>
          <a href={`/${locale}/petitions/${petition.number}`}>{t("moderation.petition.publicPage")}</a>
        </p>
      ) : null}
      {petition.openedAt ? (
        <p>
          <a href={`/${locale}/admin/petitions/${petition.number}/quarantines`}>
            {t("moderation.petition.signatureCheck")}
          </a>
        </p>
      ) : null}
    </>
  );
}
