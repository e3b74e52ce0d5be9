import { deviceCookie } from "./device";

type Begun = { session: { cookie: string }; deviceToken: string };

/** The cookies of a session that has just begun. */
export function sessionHeaders({ session, deviceToken }: Begun): [string, string][] {
  return [
    ["Set-Cookie", session.cookie],
    ["Set-Cookie", deviceCookie(deviceToken)],
  ];
}
