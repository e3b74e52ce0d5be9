/** A change either happened or was refused with a coded reason that every language has a sentence for. */
export type Outcome<T, R extends string = string> = Done<T> | Refused<R>;

export type Done<T> = { done: true; value: T };
export type Refused<R extends string> = {
  done: false;
  reason: R;
  details?: Record<string, string | number>;
};

export function done(): Done<undefined>;
export function done<T>(value: T): Done<T>;
export function done<T>(value?: T): Done<T | undefined> {
  return { done: true, value };
}

export function refused<R extends string>(reason: R, details?: Record<string, string | number>): Refused<R> {
  return details ? { done: false, reason, details } : { done: false, reason };
}
