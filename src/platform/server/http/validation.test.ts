import Fastify from 'fastify'
import { Type, type TSchema } from 'typebox'
import { describe, expect, it } from 'vitest'
import { toValidationDetail, type ValidationIssue } from './validation.ts'

/** What the real validator of the server says about a body, in words. */
const refuse = async (schema: TSchema, body: unknown): Promise<string> => {
  const app = Fastify({
    ajv: {
      customOptions: { coerceTypes: false, removeAdditional: false, allErrors: true, allowUnionTypes: true },
    },
  })
  app.post('/', { schema: { body: schema } }, () => 'ok')
  app.setErrorHandler(async (error: { validation?: ValidationIssue[] }, _request, reply) =>
    reply.send({ said: toValidationDetail(error.validation ?? [], 'body') }),
  )
  const reply = await app.inject({
    method: 'POST',
    url: '/',
    payload: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
  return reply.json<{ said: string }>().said
}
const closed = { additionalProperties: false }
const party = Type.Object({ printed: Type.String({ minLength: 1, maxLength: 5 }) }, closed)
const task = Type.Object(
  {
    kind: Type.Literal('task'),
    lead: Type.Array(party, { maxItems: 2, uniqueItems: true }),
    due: Type.Union([Type.String(), Type.Null()]),
  },
  closed,
)
const target = Type.Object({ kind: Type.Literal('target'), value: Type.Number({ minimum: 0 }) }, closed)

describe('what a body does not keep to', () => {
  it.each<[TSchema, unknown, string]>([
    [task, { kind: 'task', due: null }, 'Mục “lead” trong nội dung gửi lên còn thiếu.'],
    [task, [], 'Toàn bộ nội dung gửi lên phải là một nhóm mục.'],
    [
      task,
      { kind: 'task', lead: [{ printed: '' }, { printed: 'quá dài' }], due: null },
      'Mục “lead → 1 → printed” trong nội dung gửi lên không được để trống; mục “lead → 2 → printed” trong nội dung gửi lên dài quá 5 ký tự.',
    ],
    [task, { kind: 'task', lead: [], due: 5 }, 'Mục “due” trong nội dung gửi lên phải là chữ hoặc để trống.'],
    [
      task,
      { kind: 'task', lead: [], due: null, x: 1 },
      'Mục “x” trong nội dung gửi lên không dùng ở đây, cần bỏ đi.',
    ],
    [
      Type.Union([task, target]),
      { kind: 'target', value: -1 },
      'Mục “value” trong nội dung gửi lên không được nhỏ hơn 0.',
    ],
    [
      Type.Union([task, target]),
      { kind: 'khác' },
      'Mục “kind” trong nội dung gửi lên phải là một trong: “task”, “target”.',
    ],
    [
      Type.Object({ role: Type.Union([Type.Literal('a'), Type.Literal('b')]) }),
      { role: 'c' },
      'Mục “role” trong nội dung gửi lên phải là một trong: “a”, “b”.',
    ],
    [
      Type.Object({ id: Type.String({ format: 'uuid' }), on: Type.String({ pattern: '^x$' }) }),
      { id: '1', on: 'y' },
      'Mục “id” trong nội dung gửi lên không đúng dạng mã; mục “on” trong nội dung gửi lên không đúng dạng.',
    ],
  ])('%#', async (schema, body, said) => expect(await refuse(schema, body)).toBe(said))

  it('is told in the first places, with how many more there are', async () => {
    const many = Type.Array(Type.Integer())
    expect(await refuse(many, ['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toMatch(/“5” .*; và 2 chỗ khác\.$/u)
  })
})
