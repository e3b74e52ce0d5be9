import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow, type Handled } from "~/domain/identity/allow.server";
import { findInitiative } from "~/domain/initiatives/initiative-queries.server";
import { ScreeningCardView } from "~/domain/prioritisation/components/screening-card-view";
import { reworkDueAt } from "~/domain/prioritisation/rework-term";
import { findAnyRound } from "~/domain/prioritisation/round-queries.server";
import { screenInitiative } from "~/domain/prioritisation/screen-initiative.server";
import { readCard, screeningForm } from "~/domain/prioritisation/screening-form";
import { findScreening } from "~/domain/prioritisation/screening-queries.server";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { PlainText } from "~/ui/prose";
import { Section } from "~/ui/section";
import { useFormAnswers } from "~/ui/use-form-answers";
import { CardForm } from "./card-form";

type Asked = Handled<"moderator">;

async function openCard({ community, params }: Pick<Asked, "community" | "params">) {
  const initiative = await findInitiative(community, Number(params["number"]));
  const round = initiative && (await findAnyRound(community, initiative.round.slug));
  if (!round) throw new Response(null, { status: 404 });
  const own = round.envelopes.find(({ districtId }) => districtId === (initiative.district?.id ?? null));
  const envelope = own ?? round.envelopes.find(({ districtId }) => districtId === null) ?? null;
  return { initiative, round, envelope: envelope?.amount ?? null };
}

export const loader = allow("moderator", async ({ community, params }) => {
  const { initiative, round, envelope } = await openCard({ community, params });
  return {
    initiative,
    criteria: round.criteria,
    envelope,
    mayDecide: initiative.state === "submitted" && round.lockedAt === null,
    last: await findScreening(community, initiative.id),
    currency: community.currency,
  };
});

export const action = allow("moderator", async ({ community, viewer, params, form, locale, origin }) => {
  const { initiative, round, envelope } = await openCard({ community, params });
  const result = readForm(form, screeningForm(round.criteria));
  if (!result.ok) return formFailure(result.errors, result.values);
  const { card, problems } = readCard(result.data, round.criteria, envelope);
  if (problems.length > 0) {
    const told = problems.map(({ field, code, values }) =>
      complaint(field, `prioritisation.error.card.${code}`, values),
    );
    return formFailure(told, result.values);
  }
  const outcome = await screenInitiative(community, viewer, {
    initiativeId: initiative.id,
    version: result.data.version,
    card,
    dueAt: card.days === null ? null : reworkDueAt(now(), card.days, community.zone),
    origin,
  });
  if (outcome.done) return redirect(`/${locale}/admin/moderation`);
  return formFailure([complaint("form", `prioritisation.refusal.${outcome.reason}`)], result.values, 409);
});

export const meta = pageMeta((t) => t("prioritisation.screening.title"), { hidden: true });

export default function Screening() {
  const t = useT();
  const locale = useLocale();
  const { initiative, mayDecide, last, criteria, envelope, currency } = useLoaderData<typeof loader>();
  const { errors } = useFormAnswers();
  const lang = initiative.language === locale ? undefined : initiative.language;
  return (
    <Page
      title={initiative.title}
      titleLang={lang}
      caption={t("prioritisation.screening.caption", { number: initiative.number })}
      back={{ href: `/${locale}/admin/moderation` }}
      errors={errors}
      aside={<Text />}
    >
      {last ? (
        <Section title={t("prioritisation.screening.lastCard")}>
          <ScreeningCardView card={last} />
        </Section>
      ) : null}
      {mayDecide ? (
        <CardForm
          action={`/${locale}/admin/moderation/${initiative.number}`}
          version={initiative.version}
          criteria={criteria}
          envelope={envelope}
          currency={currency}
        />
      ) : (
        <Notice title={t("prioritisation.screening.nothingToDecide")} />
      )}
    </Page>
  );
}

/** What the author wrote, beside the card. */
function Text() {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { initiative } = useLoaderData<typeof loader>();
  const lang = initiative.language === locale ? undefined : initiative.language;
  return (
    <>
      <p>
        <a href={`/${locale}/initiatives/${initiative.number}`}>{t("prioritisation.screening.publicPage")}</a>
      </p>
      <Section title={t("initiatives.field.problem")} quiet>
        <PlainText text={initiative.problem} lang={lang} />
      </Section>
      <Section title={t("initiatives.field.proposal")} quiet>
        <PlainText text={initiative.proposal} lang={lang} />
      </Section>
      <Section title={t("initiatives.field.beneficiaries")} quiet>
        <PlainText text={initiative.beneficiaries} lang={lang} />
      </Section>
      <Section title={t("prioritisation.screening.guess")} quiet>
        <p>
          {initiative.costGuess === null
            ? t("common.answer.notProvided")
            : format.money(initiative.costGuess)}
        </p>
      </Section>
    </>
  );
}
