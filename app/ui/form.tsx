import type { ReactNode } from "react";
import { Button } from "./button";
import { FormToken } from "./form-token";

type PostFormProps = {
  action: string;
  children: ReactNode;
  /** The form carries files. */
  upload?: boolean | undefined;
  id?: string | undefined;
  className?: string | undefined;
  /** Name of the enhancement that may take the form over. */
  enhance?: string | undefined;
};

/** The server checks everything and answers in the reader's language, so the browser's own bubbles are off. */
export function PostForm({ action, children, upload, id, className, enhance }: PostFormProps) {
  return (
    <form
      method="post"
      action={action}
      encType={upload ? "multipart/form-data" : undefined}
      noValidate
      id={id}
      className={className}
      data-enhance={enhance}
    >
      <FormToken />
      {children}
    </form>
  );
}

type SearchFormProps = { action: string; label: string; children: ReactNode };

/** Its state is the address: it can be shared and goes back with Back. */
export function SearchForm({ action, label, children }: SearchFormProps) {
  return (
    <search>
      <form method="get" action={action} aria-label={label} className="search-form">
        {children}
      </form>
    </search>
  );
}

type ActionButtonProps = {
  action: string;
  children: ReactNode;
  /** Hidden fields. */
  values?: Record<string, string> | undefined;
  variant?: "primary" | "secondary" | "quiet" | "danger" | undefined;
};

/** One change behind one button. */
export function ActionButton({ action, children, values = {}, variant = "secondary" }: ActionButtonProps) {
  return (
    <PostForm action={action}>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button variant={variant}>{children}</Button>
    </PostForm>
  );
}
