import { sql } from "drizzle-orm";
import type { Community, District } from "~/domain/communities/community";
import type { Transaction } from "~/platform/database.server";
import { daysAgo, type Written } from "./petition-seed.server";

const FIRST = [
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
  "Віра",
  "Юрій",
];
const LAST = [
  "Левада",
  "Ясен",
  "Калина",
  "Верес",
  "Дзвін",
  "Гомін",
  "Криниця",
  "Лугова",
  "Стежка",
  "Тиша",
  "Чайка",
];
const RUSSIAN_FIRST = [
  "Анна",
  "Пётр",
  "Мария",
  "Иван",
  "Нина",
  "Егор",
  "Дарья",
  "Лев",
  "Ольга",
  "Фёдор",
  "Вера",
  "Юрий",
];
const RUSSIAN_LAST = [
  "Береговых",
  "Седых",
  "Черных",
  "Долгих",
  "Лесных",
  "Белых",
  "Крутых",
  "Польских",
  "Речных",
  "Тихих",
  "Зимних",
];

/**
 * Invented signatures by a fixed pattern, in one statement: many in the first days, then fewer; by day and in the
 * evening; most from the district that the petition is about. Some were taken back.
 */
export async function seedSignatures(
  tx: Transaction,
  community: Community,
  { id, openedAt, end, seeded }: Written,
  districts: readonly District[],
): Promise<void> {
  const many = seeded.signatures ?? seeded.first ?? 0;
  if (many === 0) return;
  const from = openedAt ?? daysAgo(seeded.filed);
  const own = districts.findIndex(({ code }) => code === seeded.district);
  const order = districts.map(
    (_, place) => districts[(Math.max(own, 0) + place) % districts.length]?.id ?? "",
  );
  const isRussian = community.languages[0] === "ru";
  const list = (values: readonly string[]) =>
    sql`array[${sql.join(
      values.map((value) => sql`${value}`),
      sql`, `,
    )}]::text[]`;
  // A tenth more than are counted: those that were taken back.
  await tx.execute(sql`
    insert into signature (community_id, petition_id, signer_key, channel, name, show_name, district_id, basis,
      address_hash, network_hash, signed_at)
    select ${community.id}::uuid, ${id}::uuid, gen_random_uuid(),
      case when n % 11 = 5 then 'paper' when n % 17 = 3 then 'assisted' when n % 3 = 0 then 'account' else 'mail' end,
      f.names[1 + (n * 7) % array_length(f.names, 1)] || ' ' || l.names[1 + (n * 5 + n / 12) % array_length(l.names, 1)],
      n % 4 <> 0,
      case when n % 29 = 0 then null
        else d.ids[1 + floor(array_length(d.ids, 1) * power(((n * 37) % 101) / 101.0, 2.2))::int]::uuid end,
      case n % 8 when 3 then 'actual' when 6 then 'displaced' else 'registered' end,
      'seed', 'seed',
      least(
        ${end.toISOString()}::timestamptz - interval '5 minutes',
        greatest(
          ${from.toISOString()}::timestamptz,
          date_trunc('day', t.at, ${community.zone})
            + make_interval(hours => 7 + (n * 5) % 16, mins => (n * 13) % 60)))
    from generate_series(1, ${many}::int + case when ${many}::int > 50 then ${many}::int / 25 else 0 end) n,
      lateral (select ${from.toISOString()}::timestamptz
        + (${end.toISOString()}::timestamptz - ${from.toISOString()}::timestamptz)
          * power((n - 0.5) / (${many}::int * 1.04), 1.4) as at) t,
      (select ${list(isRussian ? RUSSIAN_FIRST : FIRST)} as names) f,
      (select ${list(isRussian ? RUSSIAN_LAST : LAST)} as names) l,
      (select ${list(order)} as ids) d`);
  await tx.execute(sql`
    insert into signature_annulment (community_id, petition_id, signer_key, number, cause, created_at)
    select s.community_id, s.petition_id, s.signer_key, 1, 'signer', s.signed_at + interval '1 minute'
    from signature s where s.community_id = ${community.id}::uuid and s.petition_id = ${id}::uuid
    order by s.signer_key offset ${many}`);
}
