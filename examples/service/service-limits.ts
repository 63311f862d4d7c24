/** How much the service takes on. */
export interface ServiceLimits {
  /** Largest body of /analyze, in bytes. */
  readonly bodyBytes: number;
  /** Largest body of /analyze-batch, in bytes. */
  readonly batchBytes: number;
  /** Longest line of /analyze-batch, in bytes. */
  readonly lineBytes: number;
  /** Longest text of a verbatim, in UTF-16 code units. */
  readonly textChars: number;
  /** Requests that are answered at a time; one more gets 503. A batch is one. */
  readonly concurrent: number;
  /** How long a connection may be silent, in milliseconds. */
  readonly idleMs: number;
}

const DEFAULTS: ServiceLimits = {
  bodyBytes: 256 * 1024,
  batchBytes: 1024 * 1024 * 1024,
  lineBytes: 256 * 1024,
  textChars: 50_000,
  concurrent: 64,
  idleMs: 60_000,
};

/** Fills in the limits that are not given. @throws RangeError where one is no whole number above 0 */
export function readLimits(given: Partial<ServiceLimits>): ServiceLimits {
  const limits = { ...DEFAULTS, ...given };
  for (const [name, value] of Object.entries(limits)) {
    if (!Number.isSafeInteger(value) || value < 1) {
      throw new RangeError(`${name}: expected a whole number above 0, got ${value}. Correct the limit.`);
    }
  }
  return limits;
}

/** The limits as the environment names them: `VERBATIMS_TEXT_CHARS=10000` for `textChars`, and so on. */
export function limitsOfEnvironment(environment: NodeJS.ProcessEnv): Partial<ServiceLimits> {
  return Object.fromEntries(
    Object.keys(DEFAULTS).flatMap((name) => {
      const value = environment[`VERBATIMS_${name.replace(/[A-Z]/g, "_$&").toUpperCase()}`];
      return value === undefined ? [] : [[name, Number(value)]];
    }),
  );
}
