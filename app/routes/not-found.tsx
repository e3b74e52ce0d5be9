import { allow } from "~/domain/identity/allow.server";

export const loader = allow("anyone", () => {
  throw new Response(null, { status: 404 });
});

export const action = loader;

export default function NotFound() {
  return null;
}
