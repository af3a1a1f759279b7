/** As much of the browser's reader of codes as is used; not all browsers have one. */
interface CodeReader {
  detect(picture: ImageBitmap): Promise<readonly { readonly rawValue: string }[]>;
}

type CodeReaders = new (options: { formats: readonly string[] }) => CodeReader;

const readers = (): CodeReaders | undefined => (globalThis as { BarcodeDetector?: CodeReaders }).BarcodeDetector;

/** Whether this browser can read a code in a picture. */
export const canReadCodes = (): boolean => readers() !== undefined;

/** What the code in a picture says; nothing when there is none. The picture stays in the browser. */
export async function codeIn(picture: Blob): Promise<string | undefined> {
  const Reader = readers();
  if (!Reader) return undefined;
  const bitmap = await createImageBitmap(picture);
  const [code] = await new Reader({ formats: ['qr_code'] }).detect(bitmap);
  bitmap.close();
  return code?.rawValue;
}
