import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { database } from "~/platform/database.server";
import { tenancyComplaint, tenancyGuard } from "./harness/tenancy";

const tables = new Set(["person", "petition", "job"]);

describe("the guard over statements", () => {
  it.each([
    `select "id" from "person" where "person"."community_id" = $1`,
    `select p.id from person p where p.community_id = $1 and p.name = 'no from petition here'`,
    `select id from person where community_id = $1`,
    `insert into "person" ("community_id", "id") values ($1, $2)`,
    `update "person" set "name" = $1 where ("person"."community_id" = $2 and "person"."id" = $3)`,
    `delete from "person" where "person"."community_id" = $1`,
    `select 1 from "petition" inner join "person" on ("person"."community_id" = "petition"."community_id") where "petition"."community_id" = $1`,
    `select 1 from petition p join person q on (q.community_id, q.id) = (p.community_id, p.person_id) where p.community_id = $1`,
    `select 1 from petition join person using (community_id, person_id) where petition.community_id = $1`,
    `update job set leased_until = $1 where (community_id, id) in (select community_id, id from job for update skip locked)`,
    `select "id", "person" from "petition" where "petition"."community_id" = $1`,
    `select now()`,
  ])("DB-5 lets through: %s", (statement) => {
    expect(tenancyComplaint(statement, tables)).toBeUndefined();
  });

  it.each([
    `select "id" from "person"`,
    `select "community_id", "id" from "person" where "id" = $1`,
    `select id from person order by community_id`,
    `update "person" set "name" = $1 where "person"."id" = $2`,
    `delete from "person"`,
    `insert into "person" ("id") values ($1)`,
    `select 1 from "petition" inner join "person" on "person"."id" = "petition"."person_id" where "petition"."community_id" = $1`,
    `select 1 from petition, person where petition.community_id = $1`,
    `select 1 from "petition", "person" where "petition"."community_id" = $1`,
    `select 1 from petition p , person where p.community_id = $1`,
    `with all_people as (select id from person) select * from petition where petition.community_id = $1`,
  ])("DB-5 stops: %s", (statement) => {
    expect(tenancyComplaint(statement, tables)).toMatch(/without a community_id condition/);
  });

  it("DB-5 watches the database of each test file", async () => {
    await expect(database().execute(sql`select id from person`)).rejects.toThrow(
      /person without a community_id/,
    );
    expect(tenancyGuard.takeComplaints()).toHaveLength(1);
  });
});
