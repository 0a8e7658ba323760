/** One kind of request that the sessions make. */
export interface Question {
  readonly name: string
  /** The address of the n-th request of this kind. */
  readonly url: (n: number) => string
  /** Who asks it; unless said otherwise, everybody in turn. */
  readonly cookies?: readonly string[]
}

export interface Load {
  readonly address: string
  readonly cookies: readonly string[]
  readonly questions: readonly Question[]
  readonly everyMs: number
  readonly seconds: number
}

/** A request that is refused, or that nobody has answered after so long, counts with this time. */
const LONGEST_MS = 30_000

/**
 * Open loop: every session asks at its due times, whether or not earlier requests have been answered, and a latency
 * counts from the due time. A server that falls behind cannot slow the questions down and so look better.
 */
export const runLoad = async ({
  address,
  cookies,
  questions,
  everyMs,
  seconds,
}: Load): Promise<Map<string, number[]>> => {
  const latencies = new Map<string, number[]>(questions.map(({ name }) => [name, []]))
  const total = Math.floor((seconds * 1000 * cookies.length) / everyMs)
  const begin = performance.now() + 50
  const ask = async (i: number, due: number): Promise<void> => {
    const question = questions[i % questions.length] as Question
    let answered = false
    try {
      const n = Math.floor(i / questions.length)
      const who = question.cookies
        ? question.cookies[n % question.cookies.length]
        : cookies[i % cookies.length]
      const reply = await fetch(`${address}${question.url(n)}`, {
        headers: { cookie: who ?? '' },
        signal: AbortSignal.timeout(LONGEST_MS),
      })
      await reply.arrayBuffer()
      answered = reply.status === 200
    } catch {
      // Given up or cut off: no answer.
    }
    latencies.get(question.name)?.push(answered ? performance.now() - due : LONGEST_MS)
  }
  const asked: Promise<void>[] = []
  for (let i = 0; i < total; i++) {
    const due = begin + (i * everyMs) / cookies.length
    asked.push(
      new Promise<void>((resolve) => setTimeout(resolve, due - performance.now())).then(() => ask(i, due)),
    )
  }
  await Promise.all(asked)
  return latencies
}
