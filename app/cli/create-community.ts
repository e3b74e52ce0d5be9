import type { Command } from "commander";
import { communityForm } from "~/domain/communities/community-form";
import { listCommunities } from "~/domain/communities/community-queries.server";
import { createCommunity } from "~/domain/communities/create-community.server";
import { addPerson } from "~/domain/identity/add-person.server";
import { isLocale, type Locale, locales } from "~/i18n/locales";
import { readEnvironment } from "~/platform/env.server";
import { openData } from "~/server/installation";
import { newPassword } from "./new-password";

type Options = {
  name: string[];
  zone: string;
  currency: string;
  languages: string;
  host?: string;
  adminEmail: string;
  adminName: string;
};

/** `openward create-community SLUG --name uk=… --zone … --currency … --languages … --admin-email …` */
export function register(program: Command): void {
  program
    .command("create-community")
    .description("Founds a community and its first administrator.")
    .argument("<slug>", "short name: letters a to z, digits and hyphens; it becomes the host name")
    .requiredOption("--name <language=name...>", 'name in each language, such as uk="Вільшанська громада"')
    .requiredOption("--zone <zone>", "time zone, such as Europe/Kyiv")
    .requiredOption("--currency <code>", "currency of its money, such as UAH")
    .option("--languages <list>", `languages of its pages, from: ${locales.join(", ")}`, "uk,ru,en")
    .option("--host <host>", "an own host name, such as budget.example.org")
    .requiredOption("--admin-email <address>", "address of the first administrator")
    .option("--admin-name <name>", "name of the first administrator", "Administrator")
    .action(run);
}

async function run(slug: string, options: Options): Promise<void> {
  const { zone, currency, host, adminEmail } = options;
  if (!/^[^\s@<>]+@[^\s@<>]+$/.test(adminEmail)) throw new Error(`${adminEmail} is not a mail address.`);
  const languages = options.languages.split(",").map((language) => language.trim());
  const given = { slug, name: namesOf(options.name), zone, currency, languages, ...(host && { host }) };
  const checked = communityForm.safeParse(given);
  if (!checked.success) throw new Error(checked.error.issues.map(({ message }) => message).join("\n"));
  const installation = await openData(readEnvironment());
  try {
    await found(checked.data, options);
  } finally {
    await installation.close();
  }
}

function namesOf(pairs: readonly string[]): Partial<Record<Locale, string>> {
  const names: Partial<Record<Locale, string>> = {};
  for (const pair of pairs) {
    const [language = "", name = ""] = pair.split(/=(.*)/s);
    if (!isLocale(language)) throw new Error(`“${pair}” must look like uk=Вільшанська громада.`);
    names[language] = name;
  }
  return names;
}

async function found(
  given: Parameters<typeof createCommunity>[0],
  { adminEmail, adminName }: Options,
): Promise<void> {
  const outcome = await createCommunity(given);
  if (!outcome.done) throw new Error(`There is a community with the slug ${given.slug} or its host already.`);
  const password = newPassword();
  const language = given.languages[0] ?? "uk";
  await addPerson(outcome.value, {
    name: adminName,
    email: adminEmail,
    password,
    language,
    roles: ["administrator"],
  });
  const first = (await listCommunities())[0]?.id === outcome.value.id;
  console.log(
    `The community ${given.slug} is founded${first ? " and answers on the install's own address" : ""}.`,
  );
  console.log(`Sign in as ${adminEmail} with the password ${password} and change it under “Your account”.`);
}
