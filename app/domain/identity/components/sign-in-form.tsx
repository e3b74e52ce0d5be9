import { Message } from "~/i18n/message";
import { useLocale, useT } from "~/i18n/use-translation";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import type { FormAnswers } from "~/ui/use-form-answers";

type Props = {
  /** Where to go afterwards. */
  next?: string | undefined;
  /** A packed form that waits for its sender. */
  kept?: string | undefined;
  answers?: FormAnswers | undefined;
};

export function SignInForm({ next, kept, answers }: Props) {
  const t = useT();
  const locale = useLocale();
  return (
    <PostForm action={`/${locale}/sign-in`}>
      {next ? <input type="hidden" name="next" value={next} /> : null}
      {kept ? <input type="hidden" name="kept" value={kept} /> : null}
      <TextField
        name="email"
        type="email"
        label={t("identity.field.email")}
        autoComplete="username"
        spellCheck={false}
        width="m"
        defaultValue={answers?.text("email")}
        error={answers?.error("email")}
      />
      <TextField
        name="password"
        type="password"
        label={t("identity.field.password")}
        autoComplete="current-password"
        width="m"
        error={answers?.error("password")}
      />
      <Button>{t("identity.signIn.submit")}</Button>
    </PostForm>
  );
}

export function SignInHelp() {
  const t = useT();
  const locale = useLocale();
  return (
    <div className="stack">
      <p>
        <a href={`/${locale}/reset`}>{t("identity.signIn.forgotten")}</a>
      </p>
      <p>
        <Message
          id="identity.signIn.noAccount"
          tags={{ link: (text) => <a href={`/${locale}/sign-up`}>{text}</a> }}
        />
      </p>
    </div>
  );
}
