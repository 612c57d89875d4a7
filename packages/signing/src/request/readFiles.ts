import type { Issue } from '@finauth-sdk/validator';
import type { FilesRead, FileTypes } from '../operation.ts';

/**
 * Reads each file once, into memory, before anything is sent: all attempts then send the same bytes, whatever becomes of the file on disk, and one that cannot be
 * read, or is not of a type that the spec allows, costs no call. The spec's limit of its size has been checked by then.
 */
export async function readFiles(given: Readonly<Record<string, unknown>>, types: FileTypes = {}): Promise<FilesRead> {
  const fields: Record<string, unknown> = { ...given };
  const issues: Issue[] = [];
  for (const [name, value] of Object.entries(given)) {
    const read = async (file: unknown, field: string): Promise<unknown> => {
      if (!(file instanceof Blob)) return file;
      const bytes = await bytesOf(file);
      const complaint = bytes === undefined ? UNREADABLE : complaintOn(bytes, types[name]);
      if (complaint !== undefined) issues.push({ field, rule: complaint[0], message: `${field} ${complaint[1]}` });
      return bytes === undefined ? file : copyOf(file, bytes);
    };
    fields[name] = Array.isArray(value)
      ? await Promise.all(value.map((file, index) => read(file, `${name}.${index}`)))
      : await read(value, name);
  }
  return { fields, issues };
}

type Complaint = readonly [rule: string, complaint: string];

const UNREADABLE: Complaint = ['readable', 'cannot be read: it may have been changed or removed since it was opened. Open it again'];

/** Undefined for what cannot be read. Why it cannot, the error may say with the path, which may be the name of a person. */
async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return bytes.length === file.size ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function complaintOn(bytes: Uint8Array, types: FileTypes[string] | undefined): Complaint | undefined {
  if (types === undefined) return undefined;
  const beginsWith = (hex: string): boolean => hex.match(/../g)!.every((byte, at) => bytes[at] === Number.parseInt(byte, 16));
  if (Object.values(types).some(beginsWith)) return undefined;
  return ['x-fileTypes', `must be a file of the type ${Object.keys(types).join(' or ')}, and does not begin like one: convert it`];
}

function copyOf(file: Blob, bytes: Uint8Array<ArrayBuffer>): Blob {
  const { type, name } = file as Blob & { readonly name?: string };
  return name === undefined ? new Blob([bytes], { type }) : new File([bytes], name, { type });
}
