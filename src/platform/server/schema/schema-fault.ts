import type { TSchema } from 'typebox'
import { Errors } from 'typebox/value'

/** `/units/2/kind` → the third entry, and what of it: people count from one. */
const toSteps = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

const valueAt = (value: unknown, steps: readonly string[]): unknown =>
  steps.reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null ? (inner as never)[step] : undefined),
    value,
  )

const toWhere = (steps: readonly string[]): string =>
  steps.length === 0
    ? 'toàn tệp'
    : steps.map((step) => (/^[0-9]+$/u.test(step) ? `mục ${Number(step) + 1}` : step)).join(', ')

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '(trống)')
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`
}

const faults: Readonly<Record<string, string>> = {
  pattern: 'không đúng dạng',
  format: 'không đúng dạng',
  enum: 'không có trong danh mục cho phép',
  const: 'không có trong danh mục cho phép',
  minLength: 'không được để trống',
  minItems: 'còn thiếu mục',
  maxLength: 'quá dài',
  maxItems: 'quá nhiều mục',
  minimum: 'quá nhỏ',
  maximum: 'quá lớn',
  type: 'sai kiểu dữ liệu',
  boolean: 'là trường không dùng ở đây',
}

/**
 * The first place where data from a file does not fit its schema, for the person who wrote the file:
 * `mục 3, kind: “làng” không có trong danh mục cho phép`; undefined when everything fits.
 */
export const findSchemaFault = (schema: TSchema, value: unknown): string | undefined => {
  const [error] = Errors(schema, value)
  if (!error) return undefined
  const steps = toSteps(error.instancePath)
  const where = toWhere(steps)
  if (error.keyword === 'required')
    return `${where}: thiếu trường ${error.params.requiredProperties.join(', ')}`
  return `${where}: ${shown(valueAt(value, steps))} ${faults[error.keyword] ?? 'chưa hợp lệ'}`
}
