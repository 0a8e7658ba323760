import { parsePlainDate } from '#kernel/plain-date.ts'
import type { ExtractedTask, Finding } from '../../contract.ts'
import { isLiaison } from './agencies.ts'
import { findHead } from './agency-heads.ts'
import { sayPaths, unique } from './finding-texts.ts'
import type { Draft } from './types.ts'
import { foldText } from './words.ts'

/** Tasks that name nobody: said once, with all their paths. */
export const findLeaderless = (draft: Draft): readonly Finding[] => {
  const tasks = draft.tasks.filter((task) => task.lead.length === 0)
  if (tasks.length === 0) return []
  const paths = unique(tasks.map((task) => task.path))
  const many = paths.length === 1 ? 'Một nhiệm vụ' : `${paths.length} nhiệm vụ`
  return [
    {
      kind: 'task-without-lead',
      message: `${many} chưa nêu cơ quan chủ trì: mục ${sayPaths(paths)}.`,
      paths,
      spans: tasks.slice(0, 50).map((task) => task.span),
    },
  ]
}

/** Agencies that the province's list does not have, or has no more, on the day of the document. */
export const findAgencyChanges = (draft: Draft): readonly Finding[] => {
  if (!draft.agencies.known) return []
  const on = draft.header.issuedOn === null ? undefined : parsePlainDate(draft.header.issuedOn)
  return [...listNamed(draft.tasks)].flatMap(([name, tasks]) => {
    const match = draft.agencies.find(name, on)
    if (match?.state === 'current') return []
    const paths = unique(tasks.map((task) => task.path))
    const where = `(mục ${sayPaths(paths)})`
    const successor = match?.successor === undefined ? '' : `, nay là ${match.successor}`
    const kind =
      match === undefined
        ? 'agency-unknown'
        : match.state === 'abolished'
          ? 'agency-abolished'
          : 'agency-renamed'
    const message =
      match === undefined
        ? `Cơ quan “${name}” ${where} chưa có trong danh mục cơ quan của tỉnh.`
        : match.state === 'abolished'
          ? `Cơ quan “${name}” ${where} không còn hoạt động vào ngày ban hành văn bản${successor}.`
          : `Cơ quan “${name}” ${where} đã đổi tên vào ngày ban hành văn bản${successor}.`
    return [{ kind, message, paths, spans: tasks.slice(0, 20).map((task) => task.span) }]
  })
}

/** Names of single bodies, each with the tasks that name it; groups and posts are expanded by people. */
const listNamed = (tasks: readonly ExtractedTask[]): ReadonlyMap<string, readonly ExtractedTask[]> => {
  const named = new Map<string, ExtractedTask[]>()
  for (const task of tasks) {
    for (const name of [...task.lead, ...task.partners]) {
      if (isLiaison(name) || findHead(foldText(name), 0)?.kind !== 'body') continue
      if (/(?:^|\s)(?:các|cấp|những)\s/iu.test(name) || !/\s/u.test(name)) continue
      named.set(name, [...(named.get(name) ?? []), task])
    }
  }
  return named
}
