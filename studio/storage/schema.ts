import * as z from 'zod/mini';

/**
 * What is read back from this machine or from a workspace file: never trusted to be what this version wrote. A part that does not fit
 * is left out by the reader; texts are kept in any case.
 */
const literal = z.union([z.string(), z.boolean(), z.array(z.string())]);

const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

/** A made-up patient as kept. */
export const patientSchema = z.object({
  id: z.string(),
  name: z.string(),
  policy: z.string(),
  encounters: z.array(
    z.object({
      id: z.string(),
      fields: z.record(z.string(), fieldValue),
      lists: z.optional(z.record(z.string(), z.array(z.record(z.string(), fieldValue)))),
      gap: z.optional(z.string()),
      reverses: z.optional(z.string()),
      corrects: z.optional(z.string()),
      person: z.optional(z.string()),
    }),
  ),
  openings: z.array(z.object({ policy: z.exactOptional(z.string()), accumulator: z.string(), keys: z.array(literal), value: z.string() })),
});

/** Where one was: saved with every change. */
export const deskSchema = z.object({
  openFile: z.optional(z.string()),
  places: z.record(z.string(), z.object({ caret: z.number(), scrollTop: z.number() })),
  policy: z.optional(z.string()),
  day: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  patients: z.array(patientSchema),
  patientId: z.optional(z.string()),
  encounterId: z.optional(z.string()),
  knownOn: z.optional(z.string()),
  suppose: z.record(z.string(), z.record(z.string(), literal)),
});
export type Desk = z.infer<typeof deskSchema>;

/** How this device is set up. */
export const deviceSchema = z.object({
  language: z.enum(['zh', 'en']),
  theme: z.enum(['light', 'dark', 'system']),
  screenReader: z.boolean(),
  name: z.optional(z.string()),
  sizes: z.record(z.string(), z.record(z.string(), z.number())),
  problemsOpen: z.boolean(),
  documentOpen: z.boolean(),
  // Not written by the first version.
  textOpen: z.optional(z.boolean()),
  side: z.optional(z.enum(['table', 'scenarios', 'outline'])),
});
export type Device = z.infer<typeof deviceSchema>;
