import * as v from 'valibot';

const coordinate = (most: number) => v.pipe(v.number(), v.minValue(-most), v.maxValue(most));

/** Where in the city something applies, always also in words. */
export const placeSchema = v.object({
  /** An address or a description, as somebody would say it. */
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  /** Id of a hub. */
  hub: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
  /** Longitude and latitude in degrees, WGS 84, in the order of GeoJSON. */
  point: v.exactOptional(v.tuple([coordinate(180), coordinate(90)])),
});

export type Place = v.InferOutput<typeof placeSchema>;
