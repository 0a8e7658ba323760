import type { Job, JournalEntry } from '#platform/server/capability.ts'
import { inTransaction, type Author } from '#platform/server/journal/journal.ts'
import type { Services } from '#platform/server/services.ts'
import type { AcceptedDocument, PlanInForce } from '../contract.ts'
import { amendProgramme, createProgramme, joinInto, type Followed } from './follow-plan.ts'
import type { Outside } from './outside.ts'
import { insertVersion, isHeard, lockProgrammesOf, setProgrammeState } from './programme-store.ts'

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
  findPlan: Outside['findPlan'],
): Promise<void> =>
  await unlessNothing(
    inTransaction(services.database.db, services.subscriptions, author, async (tx, append) => {
      if (await isHeard(tx, document, acceptance)) throw new NothingToDo()
      const plan = await findPlan(tx, document)
      const content = plan?.documents.find((one) => one.id === document)
      if (!plan || !content) throw new Error('the journal names an acceptance that is not there')
      const [programme, ...others] = await lockProgrammesOf(tx, author.province, listFamily(plan))
      for (const other of others) await joinInto(tx, append, other.id, programme?.id ?? '')
      const role = programme ? toRole(content, others.length > 0) : ('first' as const)
      const followed = { document: content, role }
      const id = programme?.id ?? (await createProgramme(tx, append, author, plan, followed))
      if (programme) await amendProgramme(tx, append, author, programme, plan, followed)
      await insertVersion(tx, id, content, author.now)
    }),
  )

const listFamily = (plan: PlanInForce): string[] => plan.documents.map((one) => one.id)

const toRole = ({ acceptance, amends }: AcceptedDocument, isJoining: boolean): Followed['role'] =>
  acceptance > 1 && !isJoining ? 'again' : amends ? 'parts' : 'whole'

/** Whatever order the news come in, the programme follows what the document is now. */
const followWithdrawal = async (
  services: Services,
  author: Author,
  document: string,
  { isWithdrawn: find, findPlan }: Pick<Outside, 'isWithdrawn' | 'findPlan'>,
): Promise<void> => {
  const isWithdrawn = await find(services, document)
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
        return await amendProgramme(tx, append, author, programme, plan, { document: part, role })
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

/** What this capability does when the journal says that something happened to a document. */
export const programmeJobs = (outside: Outside): readonly Job[] => [
  {
    name: 'programmes.follow-acceptance',
    on: ['document.accepted'],
    run: async (services, entry, author) => {
      const acceptance = Number(entry.data['acceptance'])
      await followAcceptance(services, author, documentOf(entry), acceptance, outside.findPlan)
    },
  },
  {
    name: 'programmes.follow-withdrawal',
    on: ['document.withdrawn', 'document.restored'],
    run: async (services, entry, author) =>
      await followWithdrawal(services, author, documentOf(entry), outside),
  },
]
