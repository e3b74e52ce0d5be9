import { foldText } from "~/shared/fold-text";

type SearchedTexts = {
  title: string;
  problem: string;
  proposal: string;
  beneficiaries: string;
  placeNote: string;
};

/** All that the search looks at, folded; the title stands first. */
export function searchTextOf({ title, problem, proposal, beneficiaries, placeNote }: SearchedTexts): string {
  return foldText([title, placeNote, problem, proposal, beneficiaries].join(" "));
}
