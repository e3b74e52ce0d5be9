import { createContext, type ReactNode, useContext } from "react";
import { formTokenField } from "~/shared/parsed-form";

const FormTokenContext = createContext<() => string>(() => "");

/** `issue` is called while a form is rendered: only pages that show a form become personal. */
export function FormTokenProvider({ issue, children }: { issue: () => string; children: ReactNode }) {
  return <FormTokenContext.Provider value={issue}>{children}</FormTokenContext.Provider>;
}

export function FormToken() {
  const issue = useContext(FormTokenContext);
  return <input type="hidden" name={formTokenField} value={issue()} />;
}
