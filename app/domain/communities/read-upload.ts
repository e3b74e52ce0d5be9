/** The text of an uploaded file: UTF-8, or Windows-1251 as older office programs save it. */
export function readUpload(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1251").decode(bytes);
  }
}
