/** The shapes of a situation's map. */
import { z } from "@hono/zod-openapi";
import { Place } from "./entry.ts";
import { list } from "./parts.ts";

export const Area = z
  .discriminatedUnion("shape", [
    z.object({ shape: z.literal("country"), code: z.string().describe("ISO 3166-1 alpha-2.") }),
    z.object({
      shape: z.literal("ellipse"),
      along: z.number().describe("Half axis in kilometres."),
      across: z.number().describe("The other half axis; the same for a circle."),
      bearing: z.number().describe("Of `along`, in degrees from north."),
      size: z.enum(["known", "typical"]).describe("typical: what such places measure."),
    }),
  ])
  .openapi("Area");

export const MapForm = z.enum(["done", "begun", "unsure", "ahead", "unstated", "off"]);

export const MapPlace = z
  .object({
    id: z.string().describe("The gazetteer's, or one made of the name."),
    name: z.string(),
    country: z.string().optional(),
    precision: Place.shape.precision,
    lat: z.number().optional(),
    lon: z.number().optional(),
    area: Area.optional().describe("Absent where no area can be drawn: the place stands in lists alone."),
    lines: list(
      z.object({
        entry: z.string(),
        form: MapForm.describe("How it stands: unsure is done or begun, but not surely; off is denied too."),
        otherwise: list(z.string())
          .optional()
          .describe("Places that other reports of it give, where it can't have been in both."),
      }),
    ),
  })
  .openapi("MapPlace");

export const MapAnswer = z
  .object({
    places: list(MapPlace).describe("Those with most lines first."),
    unplaced: list(z.string()).describe("Events and figures whose sentences name no place."),
  })
  .openapi("Map");

export type Area = z.infer<typeof Area>;
export type MapForm = z.infer<typeof MapForm>;
export type MapPlace = z.infer<typeof MapPlace>;
export type MapAnswer = z.infer<typeof MapAnswer>;
