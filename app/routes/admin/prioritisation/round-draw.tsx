import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { DrawInWords } from "~/domain/prioritisation/components/draw-in-words";
import { drawValueForm } from "~/domain/voting/draw-form";
import { findDraw } from "~/domain/voting/draw-queries.server";
import { revealDraw } from "~/domain/voting/reveal-draw.server";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { Facts } from "~/ui/facts";
import { ActionButton } from "~/ui/form";
import { Localised } from "~/ui/localised";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";
import { DrawValueForm } from "./draw-value-form";
import { frameOf, openRound } from "./open-round.server";

export const loader = allow("administrator", async (asked) => {
  const round = await openRound(asked);
  if (round.rules.tieOrder !== "draw") throw new Response(null, { status: 404 });
  const { searchParams } = asked.url;
  const given = searchParams.get("value");
  const read = given === null ? null : drawValueForm.safeParse({ value: given.normalize("NFC") });
  return {
    frame: frameOf(round),
    source: round.rules.drawSource ?? {},
    draw: await findDraw(asked.community, round.id),
    typed: given ?? searchParams.get("again") ?? "",
    refused: read?.success === false,
    /** The value to be confirmed. */
    value: read?.success ? read.data.value : null,
  };
});

export const action = allow("administrator", async (asked) => {
  const round = await openRound(asked);
  const result = readForm(asked.form, drawValueForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const value = { roundId: round.id, publicValue: result.data.value };
  const outcome = await revealDraw(asked.community, asked.viewer, value);
  if (outcome.done) return redirect(`/${asked.locale}/admin/rounds/${round.slug}/draw`);
  return formFailure([complaint("form", `prioritisation.refusal.${outcome.reason}`)], result.values, 409);
});

export const meta = pageMeta((t) => t("prioritisation.draw.admin.title"), { hidden: true });

/** The value is typed, then checked on the same address with `?value=`, then saved once and for good. */
export default function RoundDraw() {
  const t = useT();
  const locale = useLocale();
  const { frame, source, draw, refused } = useLoaderData<typeof loader>();
  const { errors } = useFormAnswers();
  const wrong = { field: "value", message: t("prioritisation.error.drawValue") };
  const awaited = frame.closed && draw !== null && !draw.revealed;
  return (
    <Page
      title={t("prioritisation.draw.admin.title")}
      caption={<Localised text={frame.title} label={false} />}
      lead={awaited ? t("prioritisation.draw.admin.lead") : undefined}
      status={<Stand />}
      back={{ href: `/${locale}/admin/rounds/${frame.slug}` }}
      errors={awaited && refused && errors.length === 0 ? [wrong] : errors}
    >
      {awaited ? <Entering /> : <DrawInWords source={source} draw={draw} />}
    </Page>
  );
}

function Stand() {
  const t = useT();
  const format = useFormat();
  const { frame, draw } = useLoaderData<typeof loader>();
  if (draw?.revealed)
    return t("prioritisation.draw.admin.entered", { date: format.dateTimeZone(draw.revealed.at) });
  return t(frame.closed ? "prioritisation.draw.awaited" : "prioritisation.draw.admin.early");
}

function Entering() {
  const t = useT();
  const locale = useLocale();
  const { frame, source, typed, refused, value } = useLoaderData<typeof loader>();
  const { failed } = useFormAnswers();
  const address = `/${locale}/admin/rounds/${frame.slug}/draw`;
  const chosen = { label: t("prioritisation.draw.source"), value: <Localised text={source} /> };
  if (value === null || failed) {
    return (
      <>
        <Facts items={[chosen]} />
        <DrawValueForm address={address} typed={typed} refused={refused} />
      </>
    );
  }
  const again = `${address}?${new URLSearchParams({ again: value })}`;
  return (
    <>
      <h2>{t("prioritisation.draw.admin.check")}</h2>
      <Facts
        items={[
          chosen,
          { label: t("prioritisation.draw.value"), value: <strong>{value}</strong>, change: { href: again } },
        ]}
      />
      <Notice tone="warning" title={t("prioritisation.draw.admin.final")}>
        {t("prioritisation.draw.admin.finalHint")}
      </Notice>
      <ActionButton action={address} values={{ value }} variant="primary">
        {t("prioritisation.draw.admin.save")}
      </ActionButton>
    </>
  );
}
