import { formatPartialDate } from './partial-date.ts'

/**
 * A document as an office cites it: "Kế hoạch số 46/KH-BATGT ngày 01/11/2026 của Ban An toàn giao thông tỉnh Mẫu".
 * What is not known is left out. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, on citing a document.
 */
export const documentLine = ({
  type,
  number,
  issuedOn,
  issuer,
}: {
  readonly type: string | null
  readonly number: string | null
  readonly issuedOn: string | null
  readonly issuer: string | null
}): string => {
  const name = type === null || type === '' ? 'văn bản' : type
  const date = issuedOn === null ? null : formatPartialDate(issuedOn)
  return [
    name.charAt(0).toLocaleUpperCase('vi') + name.slice(1),
    number && `số ${number}`,
    date && (/^\d/u.test(date) ? `ngày ${date}` : date),
    issuer && `của ${issuer}`,
  ]
    .filter(Boolean)
    .join(' ')
}
