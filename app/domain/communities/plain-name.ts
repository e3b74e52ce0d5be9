/** One line of up to 120 characters without anything invisible, turned round or lost in a change of encoding. */
export function isPlainName(name: string): boolean {
  return name.length <= 120 && name.isWellFormed() && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]/u.test(name);
}
