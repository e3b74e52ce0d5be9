import { listDistricts } from "~/domain/communities/community-queries.server";
import { allow } from "~/domain/identity/allow.server";
import {
  findCountedAt,
  listChannelCounts,
  listDistrictCounts,
  listHourCounts,
} from "~/domain/petitions/petition-count-queries.server";
import { listPetitionEvents, listThresholdFacts } from "~/domain/petitions/petition-queries.server";
import { petitionRecord } from "~/domain/petitions/petition-record";
import { openReadable } from "./open-public.server";
import { publicJson } from "./public-json.server";

/** `/petitions/214/data.json`: the text, the thresholds and every published figure. */
export const loader = allow("anyone", async ({ community, params, origin }) => {
  const found = await openReadable({ community, params });
  const [districts, byDistrict, byChannel, byHour, reached, facts, countedAt] = await Promise.all([
    listDistricts(community),
    listDistrictCounts(community, found.id),
    listChannelCounts(community, found.id),
    listHourCounts(community, found.id, new Date(0)),
    listThresholdFacts(community, found.id),
    listPetitionEvents(community, found.id),
    findCountedAt(community),
  ]);
  const counted = { districts, byDistrict, byChannel, byHour, reached, facts, countedAt };
  return publicJson(petitionRecord(found, counted, origin));
});
