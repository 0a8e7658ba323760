import { createContext, lazy, Suspense, useContext, type ComponentType } from 'react'
import type { LentDialog as Lent, LentDialogProps } from './capability.ts'
import { loadPatiently } from './patient-load.ts'

type Dialogs = Readonly<Record<string, ComponentType<LentDialogProps>>>

const LentDialogs = createContext<Dialogs>({})
export const LentDialogsProvider = LentDialogs.Provider

/** The dialogs by name, each fetched when it is opened for the first time. */
export const toLentDialogs = (lent: readonly Lent[]): Dialogs =>
  Object.fromEntries(lent.map(({ name, load }) => [name, lazy(async () => await loadPatiently(load))]))

/** Opens the dialog that a neighbour lends under this name. */
export const LentDialog = ({ name, ...props }: LentDialogProps & { readonly name: string }) => {
  const Dialog = useContext(LentDialogs)[name]
  if (!Dialog) throw new Error(`nobody lends the dialog ${name}`)
  return (
    <Suspense fallback={null}>
      <Dialog {...props} />
    </Suspense>
  )
}
