import { costPicture, moneyByCategory, moneyByList } from "~/domain/results/pictures";
import type { PublishedResult } from "~/domain/results/published-result";
import { useFormat, useT } from "~/i18n/use-translation";
import { Section } from "~/ui/section";
import { ChoicesPicture } from "./choices-picture";
import { CostFigure } from "./cost-figure";
import { CategoryPicture, DistrictPicture } from "./money-pictures";
import { TurnoutPicture } from "./turnout-picture";

type Props = { result: PublishedResult; community: string };

/** More lists than this would be a wall of pictures; their tables say the same. */
const MOST_LISTS = 4;

/** The figures of the page as pictures, each beside its table; left out where there is nothing to compare. */
export function Pictures({ result, community }: Props) {
  const t = useT();
  const format = useFormat();
  const { lists, source, publishedAt, turnout } = result;
  const origin = source
    ? source.citation
    : t("results.charts.source", { community, when: format.date(publishedAt) });
  const districts = moneyByList(lists);
  const categories = moneyByCategory(lists);
  const costs =
    lists.length > MOST_LISTS
      ? []
      : lists.map((list, index) => ({ list, index, picture: costPicture(list) }));
  const [only] = lists;
  return (
    <Section title={t("results.sections.pictures")} id="pictures">
      {costs.map(({ list, index, picture }) =>
        picture ? (
          <CostFigure
            key={list.key}
            result={result}
            list={list}
            index={index}
            picture={picture}
            source={origin}
          />
        ) : null,
      )}
      {lists.length === 1 && only ? <ChoicesPicture list={only} source={origin} /> : null}
      {districts ? <DistrictPicture rows={districts} currency={result.currency} source={origin} /> : null}
      {categories ? <CategoryPicture groups={categories} currency={result.currency} source={origin} /> : null}
      {turnout.length > 1 ? <TurnoutPicture slug={result.slug} turnout={turnout} source={origin} /> : null}
    </Section>
  );
}
