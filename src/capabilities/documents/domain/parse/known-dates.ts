import { listDates, type DateMention } from './dates.ts'
import { remember } from './words.ts'

/** The times that a text states; several stages ask for those of one paragraph. */
export const datesOf: (text: string) => readonly DateMention[] = remember(listDates)
