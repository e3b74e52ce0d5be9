/** The choice on its way through the voter's own pages: never in an address, never stored. */
export function HiddenChoices({ choices }: { choices: readonly string[] }) {
  return choices.map((choice) => <input key={choice} type="hidden" name="choices[]" value={choice} />);
}
