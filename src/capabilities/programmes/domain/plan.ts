import { documentLine } from '#kernel/document-line.ts'
import type { AcceptedDocument, PlanInForce } from '../contract.ts'
import type { PlannedItem } from './amend.ts'
import { listAcceptedItems } from './item.ts'

/** The items of a plan as it counts now, with what their documents say. */
export const listPlannedItems = (plan: PlanInForce): PlannedItem[] => {
  const said = new Map(
    plan.documents.flatMap((document) =>
      listAcceptedItems(document).map((item) => [`${document.id} ${item.origin.id}`, item] as const),
    ),
  )
  return plan.items.flatMap(({ document, id, place, position, root }) => {
    const item = said.get(`${document} ${id}`)
    return item ? [{ ...item, document, root, place, position }] : []
  })
}

/** What a document is called in the history: "Kế hoạch số 45/KH-UBND ngày 10/04/2026". */
export const nameDocument = (document: AcceptedDocument): string =>
  documentLine({ ...document, issuer: null })

/** Why an item ended: the words of an amendment, or that a new version no longer has it. */
export const tellEnd = (plan: PlanInForce, root: string, follower: AcceptedDocument): string => {
  const end = plan.ended.find((one) => one.root === root)
  const by = plan.documents.find((one) => one.id === end?.document) ?? follower
  if (end && end.words !== null) return `${end.words} (${nameDocument(by)}).`
  return `Không còn trong ${by.number === null ? 'văn bản thay thế' : `văn bản số ${by.number}`}.`
}
