import { type BallotList, type BallotProject, type BallotRules, firstSentence } from "~/domain/voting/ballot";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Details } from "~/ui/details";
import { PlainText } from "~/ui/prose";

type Props = {
  list: BallotList;
  rules: BallotRules;
  /** Name of the area: the whole community or the own district. */
  name: string;
  chosen: ReadonlySet<string>;
  error?: string | undefined;
};

/** One list of the ballot: its projects in the voter's own order, each with one tick. */
export function BallotListChoice({ list, rules, name, chosen, error }: Props) {
  const t = useT();
  const format = useFormat();
  const amount = format.money(list.amount);
  const limit =
    rules.ballot === "approval"
      ? `${t("voting.list.money", { amount })} ${t("voting.list.upTo", { max: rules.maxChoices })}`
      : t("voting.list.within", { amount });
  const id = `list-${list.envelopeId}`;
  return (
    <fieldset
      className={error ? "ballot-list has-error" : "ballot-list"}
      aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
      id={id}
      tabIndex={-1}
    >
      <legend>
        <h2>{name}</h2>
      </legend>
      <p className="hint" id={`${id}-hint`}>
        {limit}
      </p>
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      <ul className="ballot-rows">
        {list.projects.map((project) => (
          <BallotRow
            key={project.id}
            project={project}
            envelopeId={list.envelopeId}
            chosen={chosen.has(project.id)}
          />
        ))}
      </ul>
    </fieldset>
  );
}

type RowProps = { project: BallotProject; envelopeId: string; chosen: boolean };

function BallotRow({ project, envelopeId, chosen }: RowProps) {
  const locale = useLocale();
  const format = useFormat();
  const { id, title, summary, language, cost, area } = project;
  const lang = language === locale ? undefined : language;
  const sentence = firstSentence(summary);
  return (
    <li className="ballot-row">
      <div className="choice">
        <input
          type="checkbox"
          className="ds-input"
          id={`p-${id}`}
          name="choices[]"
          value={id}
          defaultChecked={chosen}
          data-list={envelopeId}
          data-cost={cost}
          aria-describedby={`p-${id}-facts`}
        />
        <label htmlFor={`p-${id}`} lang={lang}>
          {title}
        </label>
      </div>
      <div className="ballot-row-text">
        <p id={`p-${id}-facts`}>
          <strong className="numeric nowrap">{format.money(cost)}</strong>
          {area ? <span lang={lang}> · {area}</span> : null}
        </p>
        {sentence ? <p lang={lang}>{sentence}</p> : null}
        <More project={project} lang={lang} />
      </div>
    </li>
  );
}

/** The author's whole text, opened in place. */
function More({ project, lang }: { project: BallotProject; lang: string | undefined }) {
  const t = useT();
  const locale = useLocale();
  const { code, title, summary, initiativeNumber } = project;
  if (firstSentence(summary) === summary.trim() && initiativeNumber === null) return null;
  const named = (
    <span className="visually-hidden" lang={lang}>
      : {title}
    </span>
  );
  return (
    <Details
      summary={
        <>
          {t("voting.list.more")}
          {named}
        </>
      }
    >
      <PlainText text={summary} lang={lang} />
      <p className="small">
        {t("voting.list.number", { code })}
        {initiativeNumber === null ? null : (
          <>
            {" · "}
            <a href={`/${locale}/initiatives/${initiativeNumber}`}>{t("voting.list.initiative")}</a>
          </>
        )}
      </p>
    </Details>
  );
}
