import { openAreas } from '#apps/server/capabilities.ts'
import { addAccountHere, endAccountHere, isLogin } from '#capabilities/people/server/account-commands.ts'
import {
  findAccount,
  findAccountByLogin,
  listAccounts,
  type StoredAccount,
} from '#capabilities/people/server/account-store.ts'
import { makeResetLinkFor } from '#capabilities/people/server/one-time-link.ts'
import { peopleConstraints } from '#capabilities/people/server/problems.ts'
import { roleCodes, roles, type RoleCode } from '#capabilities/people/domain/roles.ts'
import { Problem } from '#kernel/problem.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import { toProblem } from '#platform/server/http/errors.ts'
import type { Services } from '#platform/server/services.ts'
import { EXIT, say, type Command, type Invocation } from '../command.ts'
import { cliProblems, requireProvince } from '../problems.ts'

/**
 * The address to put into a link: the public one; else where the server is listening; else, while none is running,
 * where it would listen by the configuration, and the person is told so.
 */
const toBase = async ({ config, address, io }: Invocation): Promise<string> => {
  const { publicUrl, tlsCertificate, port } = config
  const known = publicUrl ?? (await address())
  if (known !== undefined) return known.replace(/\/$/u, '')
  const base = `${tlsCertificate === undefined ? 'http' : 'https'}://localhost:${port}`
  io.err(
    port === 0
      ? 'Máy chủ chưa chạy và PORT=0 nên chưa biết cổng; sau khi chạy, thay phần đầu của liên kết bằng địa chỉ mà máy chủ in ra.'
      : `Máy chủ chưa chạy; liên kết theo cấu hình hiện tại (${base}).`,
  )
  return base
}

const getAccount = async ({ database, province }: Services, login: string): Promise<StoredAccount> => {
  const found = await findAccountByLogin(database.db, province, login)
  const account = found && (await findAccount(database.db, province, found.id))
  if (!account) throw new Problem(cliProblems.noAccount, `Đã tìm “${login}”.`)
  return account
}

/** The one login that a command takes; undefined after saying that it is missing. */
const readLogin = ({ args, io }: Invocation): string | undefined => {
  const [login] = args
  if (login !== undefined && args.length === 1) return login
  io.err('Cần nêu đúng một tên đăng nhập.')
  return undefined
}

const isRole = (text: unknown): text is RoleCode => (roleCodes as readonly unknown[]).includes(text)

const toPosts = ({ posts }: StoredAccount): string =>
  posts
    .filter(({ validTo }) => validTo === null)
    .map(({ role, agencyName, agency, area }) =>
      [roles[role].name, agencyName ?? agency, area].filter((part) => part !== null).join(', '),
    )
    .join('; ')

export const userListCommand: Command = {
  name: 'user list',
  summary: 'Liệt kê tài khoản với vai trò và trạng thái',
  usage: 'user list [--json]',
  onData: true,
  run: async (invocation) => {
    const { database, province, clock } = requireProvince(await invocation.services())
    const filter = { today: toVietnamDay(clock.now()), size: 100_000, offset: 0 }
    const { items } = await listAccounts(database.db, province, filter)
    for (const account of items) {
      const { id, login, name, state, posts, hasPassword, lastSeenAt } = account
      say(
        invocation,
        { id, login, name, state, hasPassword, lastSeenAt, posts },
        `${login.padEnd(20)} ${state === 'locked' ? '[khóa] ' : ''}${name} — ${toPosts(account) || 'không giữ vai trò nào'}`,
      )
    }
    if (!invocation.json) invocation.io.err(`${items.length} tài khoản.`)
    return EXIT.done
  },
}

const sayLink = (invocation: Invocation, value: object, sentence: string, link: string): void =>
  say(invocation, value, `${sentence}\n${link}`)

export const userAddCommand: Command = {
  name: 'user add',
  summary: 'Tạo tài khoản và in liên kết dùng một lần để người đó đặt mật khẩu',
  usage: `user add TÊN-ĐĂNG-NHẬP --name HỌ-TÊN --role ${roleCodes.join('|')} [--agency MÃ] [--area MÃ] [--json]`,
  options: {
    name: { type: 'string' },
    role: { type: 'string' },
    agency: { type: 'string' },
    area: { type: 'string' },
  },
  onData: true,
  run: async (invocation) => {
    const { io, options } = invocation
    const login = readLogin(invocation)
    if (login === undefined) return EXIT.usage
    const { name, role, agency, area } = options
    if (!isLogin(login)) {
      io.err('Tên đăng nhập gồm 2 đến 60 chữ thường không dấu, chữ số, dấu chấm, gạch dưới hoặc gạch nối.')
      return EXIT.usage
    }
    if (typeof name !== 'string' || name.trim() === '' || !isRole(role)) {
      io.err(
        `Cần nêu --name và --role (${roleCodes.map((code) => `${code}: ${roles[code].name}`).join('; ')}).`,
      )
      return EXIT.usage
    }
    const services = requireProvince(await invocation.services())
    const post = {
      role,
      ...(typeof agency === 'string' ? { agency } : {}),
      ...(typeof area === 'string' ? { area } : {}),
    }
    try {
      const made = await addAccountHere(services, openAreas, { login, name, post }, await toBase(invocation))
      const sentence = `Đã tạo tài khoản ${login}. Liên kết đặt mật khẩu, dùng một lần, trong 24 giờ:`
      sayLink(invocation, { login, ...made }, sentence, made.link)
    } catch (error) {
      throw toProblem(error, peopleConstraints) ?? error
    }
    return EXIT.done
  },
}

export const userResetCommand: Command = {
  name: 'user reset',
  summary: 'In liên kết dùng một lần để đặt lại mật khẩu',
  usage: 'user reset TÊN-ĐĂNG-NHẬP [--json]',
  onData: true,
  run: async (invocation) => {
    const login = readLogin(invocation)
    if (login === undefined) return EXIT.usage
    const services = requireProvince(await invocation.services())
    const account = await getAccount(services, login)
    if (account.state === 'locked') throw new Problem(cliProblems.lockedAccount)
    const made = await makeResetLinkFor(services, account.id, await toBase(invocation))
    const sentence = `Liên kết đặt lại mật khẩu của ${login}, dùng một lần, trong 24 giờ:`
    sayLink(invocation, { login, ...made }, sentence, made.link)
    return EXIT.done
  },
}

export const userEndCommand: Command = {
  name: 'user end',
  summary: 'Khóa tài khoản, kết thúc các phiên đăng nhập và các vai trò đang giữ',
  usage: 'user end TÊN-ĐĂNG-NHẬP [--json]',
  onData: true,
  run: async (invocation) => {
    const login = readLogin(invocation)
    if (login === undefined) return EXIT.usage
    const services = requireProvince(await invocation.services())
    const account = await getAccount(services, login)
    await endAccountHere(services, account.id)
    say(
      invocation,
      { login, id: account.id, state: 'locked' },
      `Đã khóa tài khoản ${login}; những việc người đó đã làm vẫn được giữ nguyên.`,
    )
    return EXIT.done
  },
}
