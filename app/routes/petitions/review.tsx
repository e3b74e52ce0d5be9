import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findWorkCalendar } from "~/domain/communities/calendar-queries.server";
import { termEnd } from "~/domain/communities/working-days";
import { allow, type Handled } from "~/domain/identity/allow.server";
import { askReview } from "~/domain/petitions/ask-review.server";
import { REVIEW_LIMITS, reviewForm } from "~/domain/petitions/decision-form";
import { findReview } from "~/domain/petitions/moderation-queries.server";
import { findOwnPetition } from "~/domain/petitions/own-petition-queries.server";
import { listPetitionEvents } from "~/domain/petitions/petition-queries.server";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { Button, ButtonRow } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { PlainText } from "~/ui/prose";
import { Section } from "~/ui/section";
import { TextArea } from "~/ui/text-area";
import { useFormAnswers } from "~/ui/use-form-answers";

type Asked = Pick<Handled<"anyone">, "community" | "viewer" | "params">;

export const meta = pageMeta((t) => t("moderation.review.title"), { hidden: true });

async function openOwn({ community, viewer, params }: Asked) {
  const own = await findOwnPetition(community, viewer, params["token"]);
  if (!own) throw new Response(null, { status: 404 });
  return own;
}

export const loader = allow("anyone", async (asked) => {
  const { community, params } = asked;
  const { petition } = await openOwn(asked);
  const events = await listPetitionEvents(community, petition.id);
  const refusal = events.findLast(({ step }) => step === "refuse") ?? null;
  const calendar = await findWorkCalendar(community);
  const until = refusal && termEnd(refusal.at, petition.rules.reviewRequest, community.zone, calendar);
  const review = await findReview(community, petition.id);
  const { number, title, language, state } = petition;
  return {
    own: `petitions/by-author/${params["token"]}`,
    petition: { number, title, language },
    refusal: refusal && { ground: refusal.ground, note: refusal.note },
    until,
    stands: standing(
      state === "refused" && until !== null,
      review !== null,
      until !== null && until <= now(),
    ),
  };
});

function standing(isRefused: boolean, isAsked: boolean, isLate: boolean) {
  if (isAsked) return "asked_already" as const;
  if (!isRefused) return "not_refused" as const;
  return isLate ? ("late" as const) : ("possible" as const);
}

export const action = allow("anyone", async (asked) => {
  const { author } = await openOwn(asked);
  const result = readForm(asked.form, reviewForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const outcome = await askReview(asked.community, author, result.data.grounds);
  if (outcome.done) return redirect(`/${asked.locale}/petitions/by-author/${asked.params["token"]}`);
  const told = complaint("form", `moderation.review.refusal.${outcome.reason}`);
  return formFailure([told], result.values, 409);
});

export default function AskForReview() {
  const t = useT();
  const locale = useLocale();
  const { own, petition, refusal, stands } = useLoaderData<typeof loader>();
  const { errors } = useFormAnswers();
  const lang = petition.language === locale ? undefined : petition.language;
  return (
    <Page
      title={t("moderation.review.title")}
      caption={
        <>
          {t("moderation.petition.caption", { number: petition.number })}:{" "}
          <span lang={lang}>{petition.title}</span>
        </>
      }
      lead={t("moderation.review.lead")}
      back={{ href: `/${locale}/${own}` }}
      errors={errors}
    >
      {refusal ? (
        <Section title={t("moderation.review.refusalTitle")} quiet>
          {refusal.ground ? (
            <p className="measure">
              <strong>{t(`petitions.ground.${refusal.ground}`)}.</strong>{" "}
              {t(`petitions.rule.${refusal.ground}`)}
            </p>
          ) : null}
          <PlainText text={refusal.note} />
        </Section>
      ) : null}
      {stands === "possible" ? <ReviewForm /> : <Notice title={t(`moderation.review.refusal.${stands}`)} />}
    </Page>
  );
}

function ReviewForm() {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { own, until } = useLoaderData<typeof loader>();
  const { text, error } = useFormAnswers();
  return (
    <PostForm action={`/${locale}/${own}/review`}>
      {until ? <p>{t("moderation.review.until", { date: format.deadlineZone(until) })}</p> : null}
      <TextArea
        name="grounds"
        label={t("moderation.review.grounds")}
        hint={t("moderation.review.groundsHint")}
        rows={7}
        maxCharacters={REVIEW_LIMITS.grounds}
        defaultValue={text("grounds")}
        error={error("grounds")}
      />
      <ButtonRow>
        <Button>{t("moderation.review.send")}</Button>
      </ButtonRow>
    </PostForm>
  );
}
