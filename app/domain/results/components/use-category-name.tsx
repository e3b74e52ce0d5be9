import { THEMES } from "~/domain/initiatives/initiative";
import { useT } from "~/i18n/use-translation";

/** A theme of initiatives by its name, a category of an imported file as it is written there. */
export function useCategoryName(): (category: string) => string {
  const t = useT();
  return (category) => {
    const theme = THEMES.find((each) => each === category);
    return theme ? t(`initiatives.theme.${theme}`) : category;
  };
}
