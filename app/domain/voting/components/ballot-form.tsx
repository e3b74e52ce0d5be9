import { type BallotList, type BallotRules, listState } from "~/domain/voting/ballot";
import { useT } from "~/i18n/use-translation";
import { Button } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { StickyBar } from "~/ui/sticky-bar";
import { BallotCount } from "./ballot-count";
import { BallotListChoice } from "./ballot-list";

type Props = {
  /** Address of the ballot, without a slash at the end. */
  action: string;
  rules: BallotRules;
  lists: readonly BallotList[];
  districtName: string;
  chosen: ReadonlySet<string>;
  currency: string;
  /** A check was asked for and refused: say at each list what is wrong. */
  refused: boolean;
};

/** The ballot to fill in. Going over a limit is possible here; the check refuses it and keeps every tick. */
export function BallotForm({ action, rules, lists, districtName, chosen, currency, refused }: Props) {
  const t = useT();
  const rows = lists.map((list) => ({
    list,
    rules,
    name: list.districtId === null ? t("voting.list.whole") : districtName,
    state: listState(rules, list, chosen),
  }));
  const errorOf = (over: "too_many" | "too_expensive" | null) =>
    refused && over ? t(`voting.refusal.${over}`) : undefined;
  return (
    <PostForm action={`${action}/check`} className="ballot" id="ballot">
      {rows.map(({ list, name, state }) => (
        <BallotListChoice
          key={list.envelopeId}
          list={list}
          rules={rules}
          name={name}
          chosen={chosen}
          error={errorOf(state.over)}
        />
      ))}
      <StickyBar
        enhance="ballot"
        action={
          <>
            <Button>{t("voting.ballot.check")}</Button>
            <noscript>
              <Button variant="secondary" formAction={action}>
                {t("voting.ballot.recount")}
              </Button>
            </noscript>
          </>
        }
      >
        <div className="ballot-counts" data-currency={currency}>
          <strong>{t("voting.count.title")}</strong>
          {rows.map(({ name, ...row }) => (
            <BallotCount
              key={row.list.envelopeId}
              {...row}
              name={row.list.districtId === null ? t("voting.count.whole") : name}
            />
          ))}
        </div>
      </StickyBar>
    </PostForm>
  );
}
