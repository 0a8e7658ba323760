import type { Capability, Permission } from '#platform/server/capability.ts'
import { get, patch, post, put, remove } from '#platform/server/http/endpoint.ts'
import * as account from './account-handlers.ts'
import * as agency from './agency-handlers.ts'
import * as delegation from './delegation-handlers.ts'
import * as group from './group-handlers.ts'
import * as sheet from './import-handlers.ts'
import * as oidc from './oidc-handlers.ts'
import * as password from './password-handlers.ts'
import type { OpenAreas } from './post-check.ts'
import { peopleConstraints, peopleProblems } from './problems.ts'
import { listRoles } from './role-handlers.ts'
import { schemas } from './schemas.ts'
import * as session from './session-handlers.ts'

/** What `people` asks of its neighbours; the app joins them. */
export interface PeopleNeeds {
  readonly openAreas: OpenAreas
  /** The permissions of all capabilities, asked when needed: the list is not whole before all are joined. */
  readonly listPermissions: () => readonly Permission[]
}

export const toPeople = ({ openAreas, listPermissions }: PeopleNeeds): Capability => ({
  name: 'people',
  routes: [
    get('/api/session', 'public', schemas.getSession, session.getSession),
    post('/api/session', 'public', schemas.signIn, session.signIn),
    remove('/api/session', 'public', schemas.signOut, session.signOut),
    post('/api/session/demo', 'public', schemas.signInDemo, session.signInDemo),
    get('/api/session/oidc', 'public', schemas.startOidc, oidc.beginOidc),
    get('/api/session/oidc/callback', 'public', schemas.finishOidc, oidc.endOidc),
    put('/api/session/password', 'signed-in', schemas.changePassword, password.changePassword),
    put('/api/session/acting', 'signed-in', schemas.setActing, session.changeActing),
    get('/api/sessions', 'signed-in', schemas.listSessions, session.listOwnSessions),
    remove('/api/sessions', 'signed-in', schemas.endOtherSessions, session.endOwnOtherSessions),
    remove('/api/sessions/:id', 'signed-in', schemas.endSession, session.endOwnSession),
    get('/api/one-time-link', 'public', schemas.getToken, password.describeToken),
    post('/api/first-admin', 'public', schemas.firstAdmin, password.makeFirstAdmin),
    post('/api/password-reset', 'public', schemas.resetPassword, password.resetPassword),

    get('/api/agencies', 'people.agency.view', schemas.listAgencies, agency.getAgencies),
    get('/api/agency-lookup', 'people.agency.view', schemas.lookUpAgency, agency.lookUpAgency),
    post('/api/agencies', 'people.agency.edit', schemas.addAgency, agency.addAgency),
    get('/api/agencies/:code', 'people.agency.view', schemas.getAgency, agency.getAgency),
    put('/api/agencies/:code', 'people.agency.edit', schemas.editAgency, agency.editAgency),
    post('/api/agencies/:code/aliases', 'people.agency.edit', schemas.addAlias, agency.addAlias),
    remove('/api/agencies/:code/aliases', 'people.agency.edit', schemas.takeAliasBack, agency.takeAliasBack),
    get('/api/agency-groups', 'people.agency.view', schemas.listGroups, group.getGroups),
    post('/api/agency-groups', 'people.agency.edit', schemas.addGroup, group.addGroup),
    get('/api/agency-groups/:code', 'people.agency.view', schemas.getGroup, group.getGroup),
    put('/api/agency-groups/:code', 'people.agency.edit', schemas.editGroup, group.editGroup),
    get('/api/agency-groups/:code/members', 'people.agency.view', schemas.listMembers, group.getMembers),

    get('/api/accounts', 'people.account.view', schemas.listAccounts, account.getAccounts),
    post('/api/accounts', 'people.account.edit', schemas.addAccount, account.addAccount(openAreas)),
    post(
      '/api/accounts/import',
      'people.account.edit',
      schemas.importAccounts,
      sheet.importAccounts(openAreas),
    ),
    get('/api/accounts/import/template', 'people.account.edit', schemas.getTemplate, sheet.getTemplate),
    get('/api/accounts/:id', 'people.account.view', schemas.getAccount, account.getAccount),
    put('/api/accounts/:id', 'people.account.edit', schemas.editAccount, account.editAccount),
    get('/api/accounts/:id/contact', 'people.contact.view', schemas.readContact, account.readContact),
    get('/api/accounts/:id/posts', 'people.account.view', schemas.listPosts, account.getPosts),
    post('/api/accounts/:id/posts', 'people.account.edit', schemas.addPost, account.addPost(openAreas)),
    patch('/api/accounts/:id/posts/:post', 'people.account.edit', schemas.editPost, account.editPost),
    post(
      '/api/accounts/:id/reset-link',
      'people.account.edit',
      schemas.makeResetLink,
      password.makeResetLink,
    ),
    get('/api/roles', 'signed-in', schemas.listRoles, listRoles(listPermissions)),

    get('/api/delegations', 'signed-in', schemas.listDelegations, delegation.getDelegations),
    post('/api/delegations', 'signed-in', schemas.addDelegation, delegation.addDelegation),
    post('/api/delegations/:id/end', 'signed-in', schemas.endDelegation, delegation.stopDelegation),
  ],
  jobs: [],
  permissions: [
    { name: 'people.agency.view', title: 'Xem danh mục cơ quan, nhóm cơ quan' },
    { name: 'people.agency.edit', title: 'Sửa danh mục cơ quan, nhóm cơ quan, tên gọi khác' },
    { name: 'people.account.view', title: 'Xem danh sách người dùng và vai trò' },
    {
      name: 'people.account.edit',
      title: 'Tạo, sửa, khóa tài khoản; giao vai trò; cấp liên kết đặt mật khẩu',
    },
    { name: 'people.contact.view', title: 'Xem đầy đủ thư điện tử, điện thoại của người dùng' },
    { name: 'people.delegation.manage', title: 'Lập và kết thúc ủy quyền thay người khác' },
  ],
  problems: peopleProblems,
  constraints: peopleConstraints,
  events: {
    'agency.added': 'Đã thêm một cơ quan.',
    'agency.changed': 'Đã sửa một cơ quan.',
    'agency.alias-taken-back': 'Đã bỏ một tên gọi khác vừa gán cho cơ quan.',
    'agencies.loaded': 'Đã nạp cơ quan của gói dữ liệu tỉnh.',
    'agency-group.added': 'Đã thêm một nhóm cơ quan.',
    'agency-group.changed': 'Đã sửa một nhóm cơ quan.',
    'account.added': 'Đã tạo một tài khoản.',
    'account.changed': 'Đã sửa hoặc khóa, mở khóa một tài khoản.',
    'account.post-given': 'Đã giao một vai trò.',
    'account.post-ended': 'Đã đặt ngày kết thúc một vai trò.',
    'account.contact-read': 'Đã xem thông tin liên hệ của một người.',
    'account.link-made': 'Đã cấp một liên kết dùng một lần.',
    'account.password-changed': 'Đã đổi mật khẩu.',
    'account.identity-linked': 'Đã gắn tài khoản với danh tính của nhà cung cấp định danh.',
    'accounts.loaded': 'Đã nạp tài khoản dùng thử của tỉnh mẫu.',
    'session.started': 'Đã đăng nhập.',
    'session.refused': 'Đăng nhập sai.',
    'session.ended': 'Đã đăng xuất hoặc kết thúc phiên đăng nhập.',
    'delegation.made': 'Đã lập một ủy quyền.',
    'delegation.ended': 'Đã kết thúc một ủy quyền.',
    'delegation.taken-up': 'Đã bắt đầu làm thay người ủy quyền.',
    'delegation.laid-down': 'Đã thôi làm thay người ủy quyền.',
  },
})
