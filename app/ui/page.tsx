import type { ReactNode } from "react";
import { useT } from "~/i18n/use-translation";
import { Breadcrumbs, type Crumb } from "./breadcrumbs";
import { ErrorSummary, type FormError } from "./error-summary";

type Props = {
  title: ReactNode;
  /** Small line above the title: kind, number, district. */
  caption?: ReactNode;
  lead?: ReactNode;
  /** One sentence on where the matter stands. */
  status?: ReactNode;
  breadcrumbs?: Crumb[] | undefined;
  /** For steps of a form, instead of breadcrumbs. */
  back?: { href: string; label?: string } | undefined;
  errors?: FormError[] | undefined;
  /** Language of the title when it is not the page's. */
  titleLang?: string | undefined;
  /** The title is drawn by a fieldset's heading or by a confirmation: leave it out here. */
  untitled?: boolean | undefined;
  wide?: boolean | undefined;
  /** Facts beside the text; on a phone they come before it, so keep them short. */
  /** What must be read before anything else, such as a refusal. */
  notice?: ReactNode;
  aside?: ReactNode;
  children?: ReactNode;
};

export function Page(props: Props) {
  const { breadcrumbs, back, errors = [], wide, aside, children } = props;
  const t = useT();
  return (
    <div className={wide || aside ? "bound page page-wide" : "bound page"}>
      {breadcrumbs ? <Breadcrumbs items={breadcrumbs} /> : null}
      {back ? (
        <a className="back" href={back.href}>
          {back.label ?? t("common.actions.back")}
        </a>
      ) : null}
      <ErrorSummary errors={errors} />
      {props.untitled ? null : <PageHead {...props} />}
      {props.notice}
      {aside ? (
        <div className="page-split">
          <aside className="page-aside">{aside}</aside>
          <div className="page-body">{children}</div>
        </div>
      ) : (
        <div className="page-body">{children}</div>
      )}
    </div>
  );
}

function PageHead({ title, titleLang, caption, lead, status }: Props) {
  return (
    <div className="page-head">
      {caption ? <p className="page-caption">{caption}</p> : null}
      <h1 lang={titleLang}>{title}</h1>
      {lead ? <p className="lead">{lead}</p> : null}
      {status ? <p className="page-status">{status}</p> : null}
    </div>
  );
}
