import type { Job, JournalEntry } from '#platform/server/capability.ts'
import { inTransaction, type Author } from '#platform/server/journal/journal.ts'
import type { Services } from '#platform/server/services.ts'
import type { AcceptedDocument, PlanInForce } from '../contract.ts'
import { amendProgramme, createProgramme, joinInto, type Followed } from './follow-plan.ts'
import { assignmentJobs } from './assignments/follow.ts'
import { forgetAgency, knowAgencies } from './know-agencies.ts'
import type { Outside } from './outside.ts'
import { partPlans } from './part-plans.ts'
import {
  insertVersion,
  isHeard,
  listProgrammesNaming,
  listUnknownNames,
  lockProgramme,
  lockProgrammesOf,
  setProgrammeState,
} from './programme-store.ts'

/** Thrown to leave a transaction that has nothing to write. */
class NothingToDo extends Error {}

const unlessNothing = async (work: Promise<void>): Promise<void> => {
  try {
    await work
  } catch (error) {
    if (!(error instanceof NothingToDo)) throw error
  }
}

const documentOf = (entry: JournalEntry): string => entry.subject.replace('document:', '')

/** Makes the programme of an accepted plan, or brings it up to it. Harmless when repeated. */
export const followAcceptance = async (
  services: Services,
  author: Author,
  document: string,
  acceptance: number,
  outside: Pick<Outside, 'findPlan' | 'findOrigins' | 'isWithdrawn' | 'directory'>,
): Promise<void> => {
  const agencies = await outside.directory(services)
  await unlessNothing(
    inTransaction(services.database.db, services.subscriptions, author, async (tx, append) => {
      if (await isHeard(tx, document, acceptance)) throw new NothingToDo()
      const plan = await outside.findPlan(tx, document)
      const content = plan?.documents.find((one) => one.id === document)
      if (!plan || !content) throw new Error('the journal names an acceptance that is not there')
      const parted = await partPlans({ tx, append, author, outside, agencies, document: content, plan })
      const [programme, ...others] = await lockProgrammesOf(tx, author.province, listFamily(plan))
      const joined = new Set(parted.moved)
      for (const other of others)
        for (const item of await joinInto(tx, append, other.id, programme?.id ?? '')) joined.add(item)
      const isFirst = !programme || parted.fresh.has(programme.id)
      const role = isFirst ? ('first' as const) : toRole(content, others.length > 0 || joined.size > 0)
      const followed = { document: content, role }
      const id = programme?.id ?? (await createProgramme(tx, append, author, plan, followed))
      if (programme) await amendProgramme(tx, append, author, programme, plan, followed, { joined })
      await insertVersion(tx, id, content, author.now)
      await knowAgencies(tx, append, toKnown(id, plan), agencies)
    }),
  )
}

/** What the plan says as its documents do, before the register is asked about it. */
const toKnown = (id: string, { base }: PlanInForce) => ({
  id,
  issued_on: base.issuedOn,
  findings: base.findings,
})

const listFamily = (plan: PlanInForce): string[] => plan.documents.map((one) => one.id)

const toRole = ({ acceptance, amends }: AcceptedDocument, isJoining: boolean): Followed['role'] =>
  acceptance > 1 && !isJoining ? 'again' : amends ? 'parts' : 'whole'

/** Whatever order the news come in, the programme follows what the document is now. */
const followWithdrawal = async (
  services: Services,
  author: Author,
  document: string,
  { isWithdrawn: find, findPlan, directory }: Pick<Outside, 'isWithdrawn' | 'findPlan' | 'directory'>,
): Promise<void> => {
  const agencies = await directory(services)
  const isWithdrawn = await find(services.database.db, author.province, document)
  await unlessNothing(
    inTransaction(services.database.db, services.subscriptions, author, async (tx, append) => {
      const state = isWithdrawn ? 'withdrawn' : 'active'
      const [programme] = await lockProgrammesOf(tx, author.province, [document])
      if (!programme) throw new NothingToDo()
      if (programme.document_id !== document) {
        const plan = await findPlan(tx, document)
        const part = plan?.documents.find((one) => one.id === document && one.amends)
        if (!plan || !part) throw new NothingToDo()
        const role = isWithdrawn ? ('withdrawn' as const) : ('restored' as const)
        await amendProgramme(tx, append, author, programme, plan, { document: part, role })
        await knowAgencies(tx, append, toKnown(programme.id, plan), agencies)
        return
      }
      if (programme.state === state) throw new NothingToDo()
      await setProgrammeState(tx, programme.id, state)
      await append({
        event: isWithdrawn ? 'programme.withdrawn' : 'programme.resumed',
        subject: `programme:${programme.id}`,
        data: { document },
      })
    }),
  )
}

/** Every plan of the province that names somebody whom the register has learnt to know. */
const followRegister = async (
  services: Services,
  author: Author,
  directory: Outside['directory'],
): Promise<void> => {
  const { db } = services.database
  const names = await listUnknownNames(db, author.province)
  if (names.length === 0) return
  const agencies = await directory(services)
  const known = names.filter(({ printed, issued_on }) => agencies.findPrinted(printed, issued_on))
  for (const id of new Set(known.map((name) => name.id)))
    await unlessNothing(
      inTransaction(db, services.subscriptions, author, async (tx, append) => {
        const programme = await lockProgramme(tx, author.province, id)
        if (!programme || !(await knowAgencies(tx, append, programme, agencies))) throw new NothingToDo()
      }),
    )
}

/** Every plan that came to know somebody by a mapping that was taken back. */
const followTakenBack = async (
  services: Services,
  author: Author,
  entry: JournalEntry,
  directory: Outside['directory'],
): Promise<void> => {
  const { db } = services.database
  const code = entry.subject.replace('agency:', '')
  const names = new Set(Array.isArray(entry.data['names']) ? entry.data['names'] : [])
  const agencies = await directory(services)
  const isMeant = (printed: string): boolean => agencies.fingerprintsOf(printed).some((one) => names.has(one))
  for (const id of await listProgrammesNaming(db, author.province, code))
    await unlessNothing(
      inTransaction(db, services.subscriptions, author, async (tx, append) => {
        const programme = await lockProgramme(tx, author.province, id)
        if (!programme || !(await forgetAgency(tx, append, programme, { code, isMeant }, agencies)))
          throw new NothingToDo()
      }),
    )
}

/** What this capability does when the journal says that something happened to a document or to the register. */
export const programmeJobs = (outside: Outside): readonly Job[] => [
  {
    name: 'programmes.follow-acceptance',
    on: ['document.accepted'],
    run: async (services, entry, author) => {
      const acceptance = Number(entry.data['acceptance'])
      await followAcceptance(services, author, documentOf(entry), acceptance, outside)
    },
  },
  {
    name: 'programmes.follow-withdrawal',
    on: ['document.withdrawn', 'document.restored'],
    run: async (services, entry, author) =>
      await followWithdrawal(services, author, documentOf(entry), outside),
  },
  {
    name: 'programmes.follow-register',
    on: [
      'agency.added',
      'agency.changed',
      'agency.alias-taken-back',
      'agencies.loaded',
      'agency-group.added',
      'agency-group.changed',
    ],
    run: async (services, entry, author) =>
      entry.event === 'agency.alias-taken-back'
        ? await followTakenBack(services, author, entry, outside.directory)
        : await followRegister(services, author, outside.directory),
  },
  ...assignmentJobs(outside),
]
