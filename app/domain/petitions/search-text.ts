import { foldText } from "~/shared/fold-text";

type SearchedTexts = { title: string; demand: string; grounds: string };

/** All that the search looks at, folded; the title stands first. */
export function petitionSearchText({ title, demand, grounds }: SearchedTexts): string {
  return foldText([title, demand, grounds].join(" "));
}
