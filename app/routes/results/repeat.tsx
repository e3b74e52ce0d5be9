import { useListName } from "~/domain/results/components/use-list-name";
import type { PublishedResult, ResultList } from "~/domain/results/published-result";
import { recountPath } from "~/domain/results/recount";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Facts } from "~/ui/facts";

/** Download, checksum and command for each list, or why only auditors can repeat the count. */
export function Repeat({ result }: { result: PublishedResult }) {
  const t = useT();
  return (
    <>
      {result.lists.map((list) => (
        <RepeatList key={list.key} slug={result.slug} list={list} />
      ))}
      {result.lists.some(({ access }) => access === "public") ? (
        <p>{t("results.repeat.otherTools")}</p>
      ) : null}
    </>
  );
}

function RepeatList({ slug, list }: { slug: string; list: ResultList }) {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  const name = useListName()(list);
  if (list.access !== "public") {
    const why = list.access === "small-group" ? "results.repeat.smallGroup" : "results.repeat.rareBallots";
    return <Facts items={[{ label: name, value: `${t("results.repeat.auditors")}. ${t(why)}` }]} />;
  }
  const file = `${slug}-${list.key}.pb`;
  const download = (
    <a href={`/pb/${encodeURIComponent(slug)}/${encodeURIComponent(list.key)}/ballots.pb`} download={file}>
      {t("results.repeat.size", { size: format.fileSize(list.file.bytes) })}
    </a>
  );
  return (
    <>
      <Facts
        items={[
          { label: t("results.repeat.download", { list: name }), value: download },
          {
            label: t("results.repeat.checksum"),
            value: <code className="checksum">{list.file.sha256}</code>,
          },
        ]}
      />
      <p>
        <a href={recountPath(locale, { slug, list: list.key })}>{t("results.recount.page.link")}</a>
      </p>
      <p>{t("results.repeat.command")}</p>
      <pre className="command">
        <code>{`npm run --silent openward -- count ${file} --rule ${list.rule}`}</code>
      </pre>
    </>
  );
}
