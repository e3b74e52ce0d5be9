/** Id of the element around the table of a list, by which its picture finds the figures. */
export function tableId(index: number): string {
  return `table-${index + 1}`;
}
