/**
 * Every catalogue by language and area. To add an area: three JSON files and a line in each block below.
 * The English catalogues are the source of the type of the keys.
 */
import enAdmin from "./messages/en/admin.json" with { type: "json" };
import enAnswers from "./messages/en/answers.json" with { type: "json" };
import enAudit from "./messages/en/audit.json" with { type: "json" };
import enCommon from "./messages/en/common.json" with { type: "json" };
import enCommunities from "./messages/en/communities.json" with { type: "json" };
import enErrors from "./messages/en/errors.json" with { type: "json" };
import enFiling from "./messages/en/filing.json" with { type: "json" };
import enIdentity from "./messages/en/identity.json" with { type: "json" };
import enInitiatives from "./messages/en/initiatives.json" with { type: "json" };
import enIntegrity from "./messages/en/integrity.json" with { type: "json" };
import enModeration from "./messages/en/moderation.json" with { type: "json" };
import enNotifications from "./messages/en/notifications.json" with { type: "json" };
import enPetitions from "./messages/en/petitions.json" with { type: "json" };
import enPrioritisation from "./messages/en/prioritisation.json" with { type: "json" };
import enResults from "./messages/en/results.json" with { type: "json" };
import enSigning from "./messages/en/signing.json" with { type: "json" };
import enVoting from "./messages/en/voting.json" with { type: "json" };
import ruAdmin from "./messages/ru/admin.json" with { type: "json" };
import ruAnswers from "./messages/ru/answers.json" with { type: "json" };
import ruAudit from "./messages/ru/audit.json" with { type: "json" };
import ruCommon from "./messages/ru/common.json" with { type: "json" };
import ruCommunities from "./messages/ru/communities.json" with { type: "json" };
import ruErrors from "./messages/ru/errors.json" with { type: "json" };
import ruFiling from "./messages/ru/filing.json" with { type: "json" };
import ruIdentity from "./messages/ru/identity.json" with { type: "json" };
import ruInitiatives from "./messages/ru/initiatives.json" with { type: "json" };
import ruIntegrity from "./messages/ru/integrity.json" with { type: "json" };
import ruModeration from "./messages/ru/moderation.json" with { type: "json" };
import ruNotifications from "./messages/ru/notifications.json" with { type: "json" };
import ruPetitions from "./messages/ru/petitions.json" with { type: "json" };
import ruPrioritisation from "./messages/ru/prioritisation.json" with { type: "json" };
import ruResults from "./messages/ru/results.json" with { type: "json" };
import ruSigning from "./messages/ru/signing.json" with { type: "json" };
import ruVoting from "./messages/ru/voting.json" with { type: "json" };
import ukAdmin from "./messages/uk/admin.json" with { type: "json" };
import ukAnswers from "./messages/uk/answers.json" with { type: "json" };
import ukAudit from "./messages/uk/audit.json" with { type: "json" };
import ukCommon from "./messages/uk/common.json" with { type: "json" };
import ukCommunities from "./messages/uk/communities.json" with { type: "json" };
import ukErrors from "./messages/uk/errors.json" with { type: "json" };
import ukFiling from "./messages/uk/filing.json" with { type: "json" };
import ukIdentity from "./messages/uk/identity.json" with { type: "json" };
import ukInitiatives from "./messages/uk/initiatives.json" with { type: "json" };
import ukIntegrity from "./messages/uk/integrity.json" with { type: "json" };
import ukModeration from "./messages/uk/moderation.json" with { type: "json" };
import ukNotifications from "./messages/uk/notifications.json" with { type: "json" };
import ukPetitions from "./messages/uk/petitions.json" with { type: "json" };
import ukPrioritisation from "./messages/uk/prioritisation.json" with { type: "json" };
import ukResults from "./messages/uk/results.json" with { type: "json" };
import ukSigning from "./messages/uk/signing.json" with { type: "json" };
import ukVoting from "./messages/uk/voting.json" with { type: "json" };

const en = {
  integrity: enIntegrity,
  answers: enAnswers,
  signing: enSigning,
  moderation: enModeration,
  filing: enFiling,
  petitions: enPetitions,
  admin: enAdmin,
  audit: enAudit,
  common: enCommon,
  communities: enCommunities,
  errors: enErrors,
  identity: enIdentity,
  initiatives: enInitiatives,
  notifications: enNotifications,
  prioritisation: enPrioritisation,
  results: enResults,
  voting: enVoting,
};

const ru = {
  integrity: ruIntegrity,
  answers: ruAnswers,
  signing: ruSigning,
  moderation: ruModeration,
  filing: ruFiling,
  petitions: ruPetitions,
  admin: ruAdmin,
  audit: ruAudit,
  common: ruCommon,
  communities: ruCommunities,
  errors: ruErrors,
  identity: ruIdentity,
  initiatives: ruInitiatives,
  notifications: ruNotifications,
  prioritisation: ruPrioritisation,
  results: ruResults,
  voting: ruVoting,
};

const uk = {
  integrity: ukIntegrity,
  answers: ukAnswers,
  signing: ukSigning,
  moderation: ukModeration,
  filing: ukFiling,
  petitions: ukPetitions,
  admin: ukAdmin,
  audit: ukAudit,
  common: ukCommon,
  communities: ukCommunities,
  errors: ukErrors,
  identity: ukIdentity,
  initiatives: ukInitiatives,
  notifications: ukNotifications,
  prioritisation: ukPrioritisation,
  results: ukResults,
  voting: ukVoting,
};

export const messages = { uk, ru, en };

type Leaves<Tree> = {
  [Name in keyof Tree & string]: Tree[Name] extends string ? Name : `${Name}.${Leaves<Tree[Name]>}`;
}[keyof Tree & string];

/** `"<area>.<path>"` of every message, for example `"common.actions.save"`. */
export type MessageKey = Leaves<typeof en>;
