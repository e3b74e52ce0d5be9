import type { Handled } from "~/domain/identity/allow.server";
import { qrPath } from "~/domain/initiatives/qr-path";
import { goalOf } from "~/domain/petitions/petition-rules";
import { localText } from "~/i18n/local-text";
import { openReadable } from "./open-public.server";

type Asked = Pick<Handled<"anyone">, "community" | "params" | "origin" | "locale">;

/** What a printed page of a petition says; nothing is printed of one that was never opened. */
export async function loadPrintOut({ community, params, origin, locale }: Asked) {
  const found = await openReadable({ community, params });
  if (!found.openedAt) throw new Response(null, { status: 404 });
  const { number, title, demand, language, addressee, closesAt, rules } = found;
  const short = `${origin}/p/${number}`;
  const [first] = rules.thresholds;
  return {
    ...{ number, title, demand, language, addressee, closesAt },
    community: localText(community.name, locale).text,
    duty: first?.duty ?? null,
    goal: first?.signatures ?? goalOf(rules),
    signers: rules.signers,
    retentionDays: rules.retentionDays,
    short: short.replace(/^https?:\/\//, ""),
    qr: qrPath(short),
  };
}
