import type { ReactNode } from "react";

type Variant = "primary" | "secondary" | "quiet" | "danger";

type ButtonProps = {
  children: ReactNode;
  variant?: Variant | undefined;
  name?: string | undefined;
  value?: string | undefined;
  form?: string | undefined;
  formAction?: string | undefined;
  disabled?: boolean | undefined;
  /** Name of the enhancement that may take the button over. */
  enhance?: string | undefined;
};

/** Sends its form. A disabled button needs its reason in words beside it. */
export function Button({ children, variant = "primary", enhance, ...rest }: ButtonProps) {
  return (
    <button type="submit" className="ds-button" data-variant={variant} data-enhance={enhance} {...rest}>
      {children}
    </button>
  );
}

type LinkButtonProps = {
  href: string;
  children: ReactNode;
  variant?: Variant | undefined;
  download?: boolean | string | undefined;
  rel?: string | undefined;
};

export function LinkButton({ children, variant = "primary", ...rest }: LinkButtonProps) {
  return (
    <a className="ds-button" data-variant={variant} {...rest}>
      {children}
    </a>
  );
}

export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="button-row">{children}</div>;
}
