import { useLoaderData } from "@remix-run/react";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { localeNames } from "~/i18n/locales";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Facts } from "~/ui/facts";
import { ActionButton } from "~/ui/form";
import { Localised } from "~/ui/localised";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";

export const meta = pageMeta((t) => t("identity.account.title"), { hidden: true });

export const loader = allow("person", async ({ community, viewer }) => {
  const { name, email, language, bornOn, roles, residence } = viewer;
  const districts = residence ? await listDistricts(community) : [];
  const district = districts.find(({ id }) => id === residence?.districtId)?.name ?? null;
  const home =
    residence && district ? { district, basis: residence.basis, verified: residence.verified } : null;
  return { name, email, language, bornOn, roles: [...roles], home };
});

export default function Account() {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { name, email, language, bornOn, roles } = useLoaderData<typeof loader>();
  const change = { href: `/${locale}/account/details` };
  return (
    <Page title={t("identity.account.title")}>
      <Facts
        items={[
          { label: t("identity.field.name"), value: name, change },
          { label: t("identity.field.email"), value: email },
          {
            label: t("identity.field.language"),
            value: <span lang={language}>{localeNames[language]}</span>,
            change,
          },
          { label: t("identity.field.bornOn"), value: bornOn && format.date(bornOn), change },
          {
            label: t("identity.account.home"),
            value: <Home />,
            change: { href: `/${locale}/account/residence` },
          },
          {
            label: t("identity.account.roles"),
            value:
              roles.length > 0
                ? format.list(roles.map((role) => t(`identity.role.${role}`).toLocaleLowerCase(locale)))
                : t("identity.account.noRoles"),
          },
        ]}
      />
      <Section title={t("identity.account.safety")}>
        <ul>
          <li>
            <a href={`/${locale}/account/password`}>{t("identity.account.passwordLink")}</a>
          </li>
          <li>
            <a href={`/${locale}/account/sessions`}>{t("identity.account.devicesLink")}</a>
          </li>
        </ul>
        <ActionButton action={`/${locale}/sign-out`}>{t("common.shell.signOut")}</ActionButton>
      </Section>
    </Page>
  );
}

function Home() {
  const t = useT();
  const { home } = useLoaderData<typeof loader>();
  if (!home) return <>{t("identity.account.homeElsewhere")}</>;
  return (
    <>
      <Localised text={home.district} />
      <br />
      <span className="quiet">
        {t(`identity.basisName.${home.basis}`)},{" "}
        {home.verified ? t("identity.account.verified") : t("identity.account.unverified")}
      </span>
    </>
  );
}
