/** Longest side that a photograph keeps at first, in pixels: a page of paper at 200 dots per inch. */
const longestSide = 2400;

/** How good and how large the tries are, until one is small enough. */
const tries = [
  { quality: 0.85, side: longestSide },
  { quality: 0.75, side: 2000 },
  { quality: 0.7, side: 1600 },
  { quality: 0.6, side: 1200 },
  { quality: 0.5, side: 900 },
] as const;

/** Images that every browser can draw and write. */
const drawable: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];

export const isImage = (type: string): boolean => drawable.includes(type);

/**
 * The same picture without anything that a camera wrote into it (place, time, device), and no larger than allowed. It is drawn anew: what
 * is not drawn does not come along.
 *
 * @param maxBytes - The most that may be left.
 * @returns Nothing when this browser cannot do it, or the file is no picture.
 */
export async function cleanImage(file: File, maxBytes: number): Promise<File | undefined> {
  const bitmap = await decoded(file);
  if (!bitmap) return undefined;
  try {
    for (const { quality, side } of tries) {
      const drawn = await draw(bitmap, file.type, quality, side);
      if (drawn && drawn.size <= maxBytes) return new File([drawn], renamed(file.name, drawn.type), { type: drawn.type });
    }
    return undefined;
  } finally {
    bitmap.close();
  }
}

async function decoded(file: File): Promise<ImageBitmap | undefined> {
  try {
    // In one piece: Firefox draws no file that a page has put together from several.
    const picture = new Blob([await file.arrayBuffer()], { type: file.type });
    // Phones write which way up a picture is instead of turning it; drawing it anew would forget that.
    return await createImageBitmap(picture, { imageOrientation: 'from-image' });
  } catch {
    return undefined;
  }
}

async function draw(bitmap: ImageBitmap, wanted: string, quality: number, side: number): Promise<Blob | undefined> {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  // A drawing stays sharp as it is while it is not made smaller; a smaller one is written as a photograph, on white.
  const type = wanted === 'image/png' && scale === 1 && quality === tries[0].quality ? 'image/png' : 'image/jpeg';
  if (type === 'image/jpeg') {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>(resolve => {
    canvas.toBlob(resolve, type, quality);
  });
  canvas.width = 0;
  return blob ?? undefined;
}

const endings: Readonly<Record<string, string>> = { 'image/jpeg': '.jpg', 'image/png': '.png' };

const renamed = (name: string, type: string): string => name.replace(/\.[^.]*$/, '') + (endings[type] ?? '');
