import type { ReactNode } from "react";
import { useListName } from "~/domain/results/components/use-list-name";
import { ballotAddress, type PublishedCount } from "~/domain/results/recount";
import type { BallotFileEntry } from "~/domain/results/recount-queries.server";
import { recountTexts } from "~/domain/results/recount-texts";
import { ruleName } from "~/domain/results/rule-name";
import { VOTE_TYPES } from "~/domain/tally/election";
import { rulesFor } from "~/domain/tally/rules";
import { localText } from "~/i18n/local-text";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Button, ButtonRow } from "~/ui/button";
import { FileField } from "~/ui/file-field";
import { Select } from "~/ui/select";

type Published = { file: BallotFileEntry; count: PublishedCount };

type Props = {
  published: Published | null;
  /** The rule that the link asks for. */
  rule: string | null;
  children: ReactNode;
};

/** Everything the script works with; it has no words of its own and stays off until the script is there. */
export function RecountForm({ published, rule, children }: Props) {
  const t = useT();
  const file = published
    ? { ...published.count, address: ballotAddress(published.file), bytes: published.file.bytes }
    : null;
  return (
    <div
      className="recount stack"
      data-enhance="recount"
      data-texts={JSON.stringify(recountTexts(t))}
      data-published={file ? JSON.stringify(file) : undefined}
      data-rule={rule ?? undefined}
    >
      <form data-part="form">
        <fieldset disabled className="stack" data-part="controls" aria-label={t("results.recount.page.here")}>
          {published ? <PublishedBallots file={published.file} /> : null}
          <FileField
            name="ballots"
            label={t(published ? "results.recount.form.otherFile" : "results.recount.form.file")}
            hint={t("results.recount.form.fileHint")}
            accept=".pb,.gz"
          />
          <RuleFields />
          <ButtonRow>
            <Button name="act" value="count">
              {t("results.recount.form.count")}
            </Button>
          </ButtonRow>
        </fieldset>
      </form>
      <Working />
      {children}
    </div>
  );
}

function PublishedBallots({ file }: { file: BallotFileEntry }) {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  const round = localText(file.title, locale).text;
  const listName = useListName();
  return (
    <p data-part="chosen">
      {t("results.recount.form.published", {
        round,
        list: listName(file),
        size: format.fileSize(file.bytes),
      })}
    </p>
  );
}

/** Every rule there is; the script keeps those that count the ballots of the file. */
function RuleFields() {
  const t = useT();
  const rules = new Set(VOTE_TYPES.flatMap((type) => rulesFor(type).map(({ id }) => id)));
  return (
    <div className="stack" data-part="rules" hidden>
      <Select
        name="rule"
        label={t("results.recount.form.rule")}
        hint={t("results.recount.form.ruleHint")}
        emptyLabel={false}
        options={[...rules].map((id) => ({ value: id, label: `${ruleName(t, id)} (${id})` }))}
      />
      <Select
        name="ties"
        label={t("results.method.tieOrder")}
        emptyLabel={false}
        options={[
          { value: "project_code", label: t("results.recount.form.tieByCode") },
          { value: "lower_cost_then_code", label: t("results.recount.form.tieByCost") },
          { value: "draw", label: t("results.recount.form.tieByDraw") },
        ]}
      />
    </div>
  );
}

function Working() {
  const t = useT();
  return (
    <>
      <div className="stack" data-part="working" hidden>
        <p className="progress-text" id="recount-progress">
          <span data-part="stage" /> <span className="numeric" data-part="amount" />
        </p>
        <progress aria-labelledby="recount-progress" />
        <ButtonRow>
          <button type="button" className="ds-button" data-variant="secondary" data-part="cancel">
            {t("results.recount.form.cancel")}
          </button>
        </ButtonRow>
      </div>
      <p role="status" data-part="status" />
      <div className="notice notice-error" data-part="problem" tabIndex={-1} hidden>
        <p className="notice-title">{t("results.recount.form.problem")}</p>
        <p data-part="cause" />
      </div>
    </>
  );
}
