import { useListName } from "~/domain/results/components/use-list-name";
import type { PublishedResult, ResultList } from "~/domain/results/published-result";
import { recountPath } from "~/domain/results/recount";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Facts } from "~/ui/facts";

/** Download, checksum and command for each list, or why only auditors can repeat the count. */
export function Repeat({ result: { slug, lists } }: { result: PublishedResult }) {
  const t = useT();
  const open = lists.filter(({ access }) => access === "public");
  return (
    <>
      {open.map((list) => (
        <RepeatList key={list.key} slug={slug} list={list} />
      ))}
      {open.length > 0 ? <p>{t("results.repeat.otherTools")}</p> : null}
      <Withheld lists={lists} />
    </>
  );
}

/** The lists whose ballots would point at people, by the reason (B-10). */
function Withheld({ lists }: { lists: readonly ResultList[] }) {
  const t = useT();
  const format = useFormat();
  const name = useListName();
  const items = (["small-group", "rare-ballots"] as const).flatMap((reason) => {
    const names = lists.filter(({ access }) => access === reason).map(name);
    if (names.length === 0) return [];
    const why = reason === "small-group" ? "results.repeat.smallGroup" : "results.repeat.rareBallots";
    return [{ label: t("results.repeat.auditors"), value: t(why, { lists: format.list(names) }) }];
  });
  return items.length > 0 ? <Facts items={items} /> : null;
}

function RepeatList({ slug, list }: { slug: string; list: ResultList }) {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  const name = useListName()(list);
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
