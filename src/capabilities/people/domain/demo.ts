/** What decides whether the users of the sample may sign in without a password. */
export interface DemoConditions {
  /** The installation holds the sample province. */
  readonly sample: boolean
  readonly trustProxy: boolean
  readonly publicUrl: string | undefined
  /** The address on which the server listens. */
  readonly listensOn: string
  /** Where the request came from. */
  readonly address: string
  /** The `Host` header: a foreign name that leads here must not open the door. */
  readonly host: string | undefined
  /** A proxy stands in between, whatever the configuration says. */
  readonly forwarded: boolean
}

const LOOPBACK_ADDRESS = /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/u
const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/u

/** Only in the sample, only on this very machine, never where the world may come in. */
export const isDemoOpen = (conditions: DemoConditions): boolean =>
  conditions.sample &&
  !conditions.trustProxy &&
  conditions.publicUrl === undefined &&
  (conditions.listensOn === 'localhost' || LOOPBACK_ADDRESS.test(conditions.listensOn)) &&
  LOOPBACK_ADDRESS.test(conditions.address) &&
  LOOPBACK_HOST.test(conditions.host ?? '') &&
  !conditions.forwarded
