/**
 * Every catalogue by language and area. To add an area: three JSON files and a line in each block below.
 * The English catalogues are the source of the type of the keys.
 */
import enAdmin from "./messages/en/admin.json";
import enAudit from "./messages/en/audit.json";
import enCommon from "./messages/en/common.json";
import enCommunities from "./messages/en/communities.json";
import enErrors from "./messages/en/errors.json";
import enIdentity from "./messages/en/identity.json";
import enInitiatives from "./messages/en/initiatives.json";
import enNotifications from "./messages/en/notifications.json";
import enPrioritisation from "./messages/en/prioritisation.json";
import enResults from "./messages/en/results.json";
import enVoting from "./messages/en/voting.json";
import ruAdmin from "./messages/ru/admin.json";
import ruAudit from "./messages/ru/audit.json";
import ruCommon from "./messages/ru/common.json";
import ruCommunities from "./messages/ru/communities.json";
import ruErrors from "./messages/ru/errors.json";
import ruIdentity from "./messages/ru/identity.json";
import ruInitiatives from "./messages/ru/initiatives.json";
import ruNotifications from "./messages/ru/notifications.json";
import ruPrioritisation from "./messages/ru/prioritisation.json";
import ruResults from "./messages/ru/results.json";
import ruVoting from "./messages/ru/voting.json";
import ukAdmin from "./messages/uk/admin.json";
import ukAudit from "./messages/uk/audit.json";
import ukCommon from "./messages/uk/common.json";
import ukCommunities from "./messages/uk/communities.json";
import ukErrors from "./messages/uk/errors.json";
import ukIdentity from "./messages/uk/identity.json";
import ukInitiatives from "./messages/uk/initiatives.json";
import ukNotifications from "./messages/uk/notifications.json";
import ukPrioritisation from "./messages/uk/prioritisation.json";
import ukResults from "./messages/uk/results.json";
import ukVoting from "./messages/uk/voting.json";

const en = {
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
