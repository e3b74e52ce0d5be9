/** Adds a button that copies what the field shows; where the browser forbids it, the text is selected at least. */
export function enhance(field: HTMLElement): void {
  const control = field.querySelector<HTMLInputElement | HTMLTextAreaElement>("input, textarea");
  const { copy = "", copied = "" } = field.dataset;
  if (!control) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ds-button";
  button.dataset.variant = "secondary";
  button.textContent = copy;
  const told = document.createElement("span");
  told.setAttribute("role", "status");
  told.className = "copy-told";
  button.addEventListener("click", () => {
    control.select();
    void navigator.clipboard?.writeText(control.value).then(() => {
      told.textContent = copied;
    });
  });
  field.append(button, told);
}
