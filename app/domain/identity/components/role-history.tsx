import { useT } from "~/i18n/use-translation";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import { Time } from "~/ui/time";
import type { HeldRole } from "../held-role";

type Props = {
  roles: HeldRole[];
  /** Address of the person's page; each role has its own below. */
  path: string;
};

/** Every role a person has held, newest first, with the way to end those that go on. */
export function RoleHistory({ roles, path }: Props) {
  const t = useT();
  return (
    <Table
      caption={t("identity.members.historyTitle")}
      captionHidden
      rows={roles}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "role",
          label: t("identity.members.role"),
          header: true,
          cell: ({ role }) => t(`identity.role.${role}`),
        },
        {
          id: "from",
          label: t("identity.members.from"),
          cell: ({ validFrom }) => <Time value={validFrom} />,
        },
        {
          id: "until",
          label: t("identity.members.until"),
          cell: ({ validTo }) => (validTo ? <Time value={validTo} /> : t("identity.members.endless")),
        },
        {
          id: "state",
          label: t("identity.members.state"),
          cell: ({ state }) => (
            <Tag tone={state === "current" ? "success" : "neutral"}>{t(`identity.members.${state}`)}</Tag>
          ),
        },
        {
          id: "granter",
          label: t("identity.members.grantedBy"),
          cell: ({ grantedBy }) => grantedBy ?? t("identity.members.bySystem"),
        },
        {
          id: "act",
          label: t("identity.members.act"),
          cell: (held) => <EndLink {...held} path={path} />,
        },
      ]}
    />
  );
}

function EndLink({ id, role, state, path }: HeldRole & { path: string }) {
  const t = useT();
  if (state === "past") return null;
  return (
    <a href={`${path}/roles/${id}`}>
      {t("identity.members.end")}
      <span className="visually-hidden">: {t(`identity.role.${role}`)}</span>
    </a>
  );
}
