import type { Services } from '../services.ts'

/** Work that is looked at again and again while the server runs; each look does what is due and nothing else. */
export interface Round {
  readonly name: string
  readonly everySeconds: number
  readonly run: (services: Services) => Promise<void>
}

/** Goes its rounds until stopped, each by itself; one that fails is logged and comes round again. */
export const startRounds = (
  services: Services,
  rounds: readonly Round[],
): { readonly stop: () => Promise<void> } => {
  const started = rounds.map((round) => {
    let underWay: Promise<void> | undefined
    const look = (): void => {
      underWay ??= round
        .run(services)
        .catch((error: unknown) => services.log.warn({ err: error, round: round.name }, 'round failed'))
        .finally(() => (underWay = undefined))
    }
    look()
    const timer = setInterval(look, round.everySeconds * 1000)
    return async (): Promise<void> => {
      clearInterval(timer)
      await underWay
    }
  })
  return { stop: async () => void (await Promise.all(started.map((stop) => stop()))) }
}
