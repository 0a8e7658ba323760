import { foldActions } from '#capabilities/programmes/domain/assignment-fold.ts'
import type { AssignmentAction } from '#capabilities/programmes/domain/assignment.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { storyOf } from './assignments-seed.ts'
import type { DutiesReady } from './assignments-server.ts'
import type { Question } from './load.ts'
import { measureServer, onEachDatabase, type ServerOptions } from './server-load.ts'
import { printTable, spread } from './table.ts'

/** Boards and inboxes over ten years of duties, under the load of sixty people, and the fold by itself. */

const questionsOf = ({ agencies, agencySessions }: DutiesReady): Question[] => {
  const agency = (n: number): string => agencies[(n * 7) % agencies.length] ?? ''
  return [
    { name: 'board by agency', url: () => '/api/assignments/board?by=agency' },
    { name: 'board by section', url: () => '/api/assignments/board?by=section' },
    { name: 'overdue list', url: () => '/api/assignments?timeliness=overdue' },
    { name: 'one agency, all', url: (n) => `/api/assignments?agency=${agency(n)}&page=${1 + (n % 4)}` },
    { name: 'own inbox', url: () => '/api/assignments?timeliness=overdue', cookies: agencySessions },
    { name: 'own totals', url: () => '/api/assignments/board?by=timeliness', cookies: agencySessions },
  ]
}

const peersOf = ({ agencies }: DutiesReady): Question[] => [
  { name: 'peer: board, a query a cell', url: () => '/api/bench/board' },
  {
    name: 'peer: inbox, folded when asked',
    url: (n) => `/api/bench/inbox/${agencies[(n * 7) % agencies.length] ?? ''}`,
  },
]

/** What one writes first: sorts, copies the whole state at each action, and looks through the list for repeats. */
const foldNaively = (actions: readonly AssignmentAction[]): object =>
  actions
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .filter((one, i, all) => all.findIndex(({ id }) => id === one.id) === i)
    .reduce<object>((state, { at, deed }) => ({ ...state, ...deed, lastAt: at }), {})

const CASES = 50_000

const benchFold = (rounds: number): void => {
  const stories = Array.from({ length: CASES }, (_, n) =>
    storyOf(n, 'cong-an-tinh', '2026-06-30' as PlainDate, '2026-01-05T02:00:00.000Z'),
  )
  const count = stories.reduce((sum, story) => sum + story.length, 0)
  const rate = (fold: (story: readonly AssignmentAction[]) => unknown): number[] =>
    Array.from({ length: rounds + 1 }, () => {
      const begin = performance.now()
      for (const story of stories) fold(story)
      return count / (performance.now() - begin) / 1000
    }).slice(1)
  printTable(
    `Fold of ${count} actions of ${CASES} duties, one thread, ${rounds} rounds; million actions a second, budget ≥ 1`,
    ['', 'median', 'least', 'most'],
    [
      { name: 'fold', cells: spread(rate(foldActions), 2) },
      { name: 'peer: sorted and copied', cells: spread(rate(foldNaively), 2) },
    ],
  )
}

export const benchAssignments = async (options: ServerOptions): Promise<void> => {
  benchFold(Math.max(3, options.rounds))
  await onEachDatabase(options.databases, async (name, budget, databaseUrl) => {
    await measureServer<DutiesReady>(
      {
        kind: 'duties',
        argv: [String(options.size), String(options.sessions)],
        databaseUrl,
        questionsOf,
        peersOf,
        titleOf: (ready) =>
          `Duties on ${name} (PostgreSQL ${ready.version}): ${ready.assignments} duties, ${ready.actions} actions`,
        budget,
      },
      options,
    )
  })
}
