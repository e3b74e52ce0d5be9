import type { Community, District } from "~/domain/communities/community";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { DEMO_PASSWORD, type DemoAccount, demoAccounts } from "~/domain/communities/demo-accounts";
import { addPerson } from "~/domain/identity/add-person.server";
import { RESIDENCE_BASES } from "~/domain/identity/residence";

const FIRST_NAMES = [
  "Ганна",
  "Остап",
  "Марія",
  "Іван",
  "Соломія",
  "Петро",
  "Дарина",
  "Левко",
  "Оксана",
  "Захар",
];
const LAST_NAMES = ["Левада", "Ясен", "Калина", "Верес", "Дзвін", "Гомін"];

export type SeededPeople = { staff: Record<DemoAccount["role"], string>; voters: string[] };

/** Invented people: of each role one to sign in as, two where an act needs two, and residents enough for a vote. Returns their ids. */
export async function seedPeople(community: Community): Promise<SeededPeople> {
  const districts = await listDistricts(community);
  const staff = {} as SeededPeople["staff"];
  for (const account of demoAccounts[community.slug] ?? []) {
    const id = await addAccount(community, districts, account);
    staff[account.role] ??= id;
  }
  return { staff, voters: community.slug === "vilshana" ? await addVoters(community, districts) : [] };
}

async function addAccount(
  community: Community,
  districts: District[],
  account: DemoAccount,
): Promise<string> {
  const { name, email, role, district, bornOn } = account;
  const home = districts.find(({ code }) => code === district);
  return await addPerson(community, {
    name,
    email,
    password: DEMO_PASSWORD,
    language: community.languages[0] ?? "uk",
    bornOn,
    home: home ? { districtId: home.id, basis: role === "displaced" ? "displaced" : "registered" } : null,
    roles: role === "resident" || role === "displaced" ? [] : [role],
  });
}

/** Sixty names, ages and homes by a fixed pattern, so that each install shows the same. */
async function addVoters(community: Community, districts: District[]): Promise<string[]> {
  const voters: string[] = [];
  for (const [index, lastName] of LAST_NAMES.flatMap((name) => FIRST_NAMES.map(() => name)).entries()) {
    const district = districts[(index * 5) % districts.length];
    if (!district) break;
    const number = String(index + 1).padStart(2, "0");
    const voter = await addPerson(community, {
      name: `${FIRST_NAMES[index % FIRST_NAMES.length]} ${lastName}`,
      email: `voter${number}@vilshana.example`,
      password: DEMO_PASSWORD,
      language: "uk",
      bornOn: `${1948 + ((index * 17) % 58)}-0${1 + (index % 9)}-${10 + (index % 18)}`,
      home: {
        districtId: district.id,
        basis: RESIDENCE_BASES[index % 7 === 0 ? 2 : index % 3 === 0 ? 1 : 0],
      },
    });
    voters.push(voter);
  }
  return voters;
}
