import { useT } from "~/i18n/use-translation";

type Props = {
  /** Address under which the author's acts stand. */
  base: string;
  acts: { mayWithdraw: boolean; mayRework: boolean };
};

/** What the author may do now; nothing when there is nothing. */
export function AuthorActions({ base, acts: { mayWithdraw, mayRework } }: Props) {
  const t = useT();
  if (!mayWithdraw && !mayRework) return null;
  return (
    <ul className="screen-only">
      {mayRework ? (
        <li>
          <a href={`${base}/rework`}>{t("initiatives.rework.link")}</a>
        </li>
      ) : null}
      {mayWithdraw ? (
        <li>
          <a href={`${base}/withdraw`}>{t("initiatives.withdraw.link")}</a>
        </li>
      ) : null}
    </ul>
  );
}
