import { useLocale } from "~/i18n/use-translation";
import type { ResultProject } from "../published-result";

/** The title as on the ballot, marked with its language where it is not the page's. */
export function ProjectTitle({ project }: { project: Pick<ResultProject, "title" | "language"> }) {
  const locale = useLocale();
  if (project.language === locale || project.language === "und") return <>{project.title}</>;
  return <span lang={project.language}>{project.title}</span>;
}
