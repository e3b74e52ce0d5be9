import type { IncomingMessage } from "node:http";
import { MaxFileSizeExceededError, MaxFilesExceededError, parseFormData } from "@mjackson/form-data-parser";
import type { ParsedForm, UploadedFile } from "~/shared/parsed-form";
import { emptyForm } from "~/shared/parsed-form";

/** Bytes of a form without files, and of one with photos; a larger body is cut while it arrives (S-41). */
const FORM_LIMIT = 256 * 1024;
const UPLOAD_LIMIT = 24 * 1024 * 1024;
const FILE_LIMIT = 10 * 1024 * 1024;
const MAX_FILES = 6;
const MAX_FIELDS = 400;

export class BodyRefused extends Error {
  constructor(readonly status: 400 | 408 | 413 | 415) {
    super(`body refused with ${status}`);
  }
}

/** Reads the body of a form once, bounded in bytes and parts; anything else than a form is refused. */
export async function readBody(message: IncomingMessage): Promise<ParsedForm> {
  const type = message.headers["content-type"] ?? "";
  if (type.startsWith("application/x-www-form-urlencoded")) {
    const bytes = await collect(message, FORM_LIMIT);
    return formOf(new URLSearchParams(new TextDecoder("utf-8").decode(bytes)));
  }
  if (type.startsWith("multipart/form-data"))
    return await readMultipart(type, await collect(message, UPLOAD_LIMIT));
  if (message.headers["content-length"] === "0" || message.headers["content-length"] === undefined)
    return emptyForm;
  throw new BodyRefused(415);
}

async function collect(message: IncomingMessage, limit: number): Promise<Uint8Array> {
  if (Number(message.headers["content-length"] ?? 0) > limit) throw new BodyRefused(413);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new BodyRefused(413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function formOf(pairs: Iterable<[string, string]>): ParsedForm {
  const fields = new Map<string, string[]>();
  let count = 0;
  for (const [name, value] of pairs) {
    count += 1;
    if (count > MAX_FIELDS) throw new BodyRefused(413);
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return { fields, files: [] };
}

async function readMultipart(type: string, bytes: Uint8Array): Promise<ParsedForm> {
  const request = new Request("http://form.invalid/", {
    method: "POST",
    headers: { "Content-Type": type },
    body: bytes as Uint8Array<ArrayBuffer>,
  });
  const files: UploadedFile[] = [];
  try {
    const limits = { maxFileSize: FILE_LIMIT, maxFiles: MAX_FILES };
    const data = await parseFormData(request, limits, async (upload) => {
      if (upload.size > 0 && upload.fieldName) {
        const content = new Uint8Array(await upload.arrayBuffer());
        files.push({ field: upload.fieldName, name: upload.name, type: upload.type, bytes: content });
      }
      return null;
    });
    const texts = [...data.entries()].filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    );
    return { ...formOf(texts), files };
  } catch (error) {
    if (error instanceof BodyRefused) throw error;
    const tooLarge = error instanceof MaxFileSizeExceededError || error instanceof MaxFilesExceededError;
    throw new BodyRefused(tooLarge ? 413 : 400);
  }
}
