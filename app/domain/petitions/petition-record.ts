import type { DistrictShape, LocalText } from "~/domain/communities/community";
import type { PetitionRules } from "./petition-rules";

type Address = { origin: string; number: number };

/** Where a petition is found: the page in its language, the short address, the file of its figures. */
export function petitionAddresses({ origin, number }: Address, language: string) {
  return {
    page: `${origin}/${language}/petitions/${number}`,
    short: `${origin}/p/${number}`,
    data: `${origin}/petitions/${number}/data.json`,
  };
}

type Known = {
  number: number;
  state: string;
  title: string;
  demand: string;
  grounds: string;
  language: string;
  addressee: string;
  authorName: string;
  openedAt: Date | null;
  closesAt: Date | null;
  closedAt: Date | null;
  rules: PetitionRules;
  signatures: number | null;
  annulled: number | null;
};

type Counted = {
  countedAt: Date | null;
  reached: readonly { threshold: number; signatures: number; reachedAt: Date; dueAt: Date }[];
  districts: readonly { id: string; code: string; name: LocalText; outline?: DistrictShape | null }[];
  byDistrict: readonly { district: string; signatures: number }[];
  byChannel: readonly { channel: string; signatures: number }[];
  byHour: readonly { hour: Date; signatures: number }[];
  facts: readonly { step: string; at: Date; ground: string | null; dueAt: Date | null }[];
};

/** One petition with all its figures, as other programs read it. No names but the author's, which the law asks for. */
export function petitionRecord(known: Known, counted: Counted, origin: string) {
  const { number, state, title, demand, grounds, language, addressee, rules } = known;
  const { countedAt, reached, districts, byChannel, byHour, facts } = counted;
  const districtOf = (id: string) => districts.find((each) => each.id === id);
  return {
    ...{ number, state, title, demand, grounds, language, addressee },
    author: known.authorName,
    addresses: petitionAddresses({ origin, number }, language),
    openedAt: known.openedAt,
    closesAt: known.closesAt,
    closedAt: known.closedAt,
    signatures: known.signatures ?? 0,
    takenOut: known.annulled ?? 0,
    countedAt,
    thresholds: rules.thresholds.map(({ duty, signatures, areas }, place) => {
      const fact = reached.find(({ threshold }) => threshold === place);
      return {
        duty,
        signatures,
        areas: areas.map((area) => ({
          district: districtOf(area.districtId)?.code ?? null,
          signatures: area.signatures,
        })),
        reachedAt: fact?.reachedAt ?? null,
        dueAt: fact?.dueAt ?? null,
      };
    }),
    byDistrict: counted.byDistrict.map(({ district, signatures }) => ({
      district: districtOf(district)?.code ?? null,
      name: districtOf(district)?.name ?? null,
      signatures,
    })),
    byChannel,
    byHour,
    steps: facts.map(({ step, at, ground, dueAt }) => ({ step, at, ground, dueAt })),
  };
}
