import type { Agency, AgencyGroup } from '#capabilities/people/domain/agency.ts'
import * as accountStore from '#capabilities/people/server/account-store.ts'
import * as addresseeStore from '#capabilities/people/server/addressee-store.ts'
import * as agencyStore from '#capabilities/people/server/agency-store.ts'
import * as delegationStore from '#capabilities/people/server/delegation-store.ts'
import * as groupStore from '#capabilities/people/server/group-store.ts'
import * as installationStore from '#capabilities/people/server/installation-store.ts'
import * as linkStore from '#capabilities/people/server/link-store.ts'
import * as oidcStore from '#capabilities/people/server/oidc-store.ts'
import * as sessionStore from '#capabilities/people/server/session-store.ts'
import * as throttleStore from '#capabilities/people/server/throttle-store.ts'
import { show, type ShownStore } from './examples.ts'
import { HASH, ID, NOW, OTHER, PROVINCE, TODAY } from './values.ts'

const agency: Agency = {
  code: 'so-xay-dung',
  name: 'Sở Xây dựng',
  shortName: 'Sở Xây dựng',
  kind: 'department',
  level: 'province',
  parent: null,
  aliases: ['SXD'],
  validFrom: null,
  validTo: null,
  successors: ['so-moi'],
  unitCode: null,
  source: null,
}
const group = { code: 'cac-so', name: 'các sở', aliases: [], members: {} } as unknown as AgencyGroup
const post = { id: ID, role: 'viewer', agency: null, area: null, validFrom: null, validTo: null } as const
const filter = { today: TODAY, size: 25, offset: 0 }

export const peopleStores: readonly ShownStore[] = [
  show('people/server/account-store.ts', accountStore, {
    findAccount: [PROVINCE, ID],
    listAccounts: {
      all: { given: [PROVINCE, filter] },
      'by every filter': {
        given: [
          PROVINCE,
          {
            ...filter,
            q: 'Lan',
            role: 'viewer',
            agency: 'so-xay-dung',
            state: 'active',
            within: { agencies: ['so-xay-dung'], areas: ['06001'] },
          },
        ],
      },
    },
    insertAccount: [PROVINCE, { id: ID, login: 'lan', name: 'Lan' }, NOW],
    updateAccount: {
      'name and state': { given: [{ id: ID, login: 'lan' }, { name: 'Lan', state: 'locked' }, 1] },
      'how to reach': { given: [{ id: ID, login: 'lan' }, { email: null, phone: null }, 1] },
    },
    setPassword: [ID, HASH],
    insertPost: [PROVINCE, ID, post],
    endPost: [ID, TODAY],
    listLogins: [PROVINCE],
    countAdmins: [PROVINCE, TODAY],
    listDemoAccounts: [PROVINCE],
    findAccountByLogin: [PROVINCE, 'lan'],
  }),
  show('people/server/addressee-store.ts', addresseeStore, { listAddressees: [PROVINCE, TODAY] }),
  show('people/server/agency-store.ts', agencyStore, {
    findAgencyByCode: [PROVINCE, 'so-xay-dung'],
    listAllAgencies: [PROVINCE],
    listAgencies: {
      all: { given: [PROVINCE, filter] },
      'by every filter': {
        given: [
          PROVINCE,
          { ...filter, q: 'SXD', kind: 'department', level: 'province', on: TODAY, state: 'current' },
        ],
      },
      ended: { given: [PROVINCE, { ...filter, state: 'ended' }] },
    },
    insertAgency: [PROVINCE, agency],
    insertMissingAgencies: [PROVINCE, [agency]],
    updateAgency: [PROVINCE, agency, 1],
  }),
  show('people/server/delegation-store.ts', delegationStore, {
    listDelegations: {
      all: { given: [PROVINCE, undefined] },
      'of one person': { given: [PROVINCE, ID] },
    },
    findDelegation: [PROVINCE, ID],
    listOffers: [PROVINCE, ID, TODAY],
    insertDelegation: [
      PROVINCE,
      { id: ID, from: ID, to: OTHER, posts: [ID], validFrom: TODAY, validTo: TODAY, reason: 'nghỉ phép' },
    ],
    endDelegation: [ID, NOW],
  }),
  show('people/server/group-store.ts', groupStore, {
    listGroups: [PROVINCE],
    findGroupByCode: [PROVINCE, 'cac-so'],
    insertGroup: [PROVINCE, group],
    insertMissingGroups: [PROVINCE, [group]],
    updateGroup: [PROVINCE, group, 1],
  }),
  show('people/server/installation-store.ts', installationStore, {
    findInstallation: [PROVINCE],
    isSample: [PROVINCE],
  }),
  show('people/server/link-store.ts', linkStore, {
    insertLink: {
      'for one person': {
        given: [
          { id: ID, province: PROVINCE, purpose: 'reset', account: OTHER, tokenHash: HASH, expiresAt: NOW },
        ],
      },
      'for the first administrator': {
        given: [
          {
            id: ID,
            province: PROVINCE,
            purpose: 'first-admin',
            account: null,
            tokenHash: HASH,
            expiresAt: NOW,
          },
        ],
      },
    },
    findLink: [HASH, NOW],
    takeLink: [ID, NOW],
  }),
  show('people/server/oidc-store.ts', oidcStore, {
    insertOidcAttempt: [PROVINCE, { stateHash: HASH, nonce: '', verifier: '' }, NOW],
    takeOidcAttempt: [HASH, NOW],
    findAccountBySubject: [PROVINCE, 'subject'],
    listPreparedAccounts: {
      'by login': { given: [PROVINCE, 'login', 'lan'] },
      'by address': { given: [PROVINCE, 'email', 'lan@mau.example'] },
    },
    linkSubject: [ID, 'subject'],
  }),
  show('people/server/session-store.ts', sessionStore, {
    findSession: [HASH, NOW, TODAY, 12],
    touchSession: [ID, OTHER, NOW],
    insertSession: [{ id: ID, province: PROVINCE, tokenHash: HASH, account: OTHER, device: '' }, NOW],
    deleteStaleSessions: [NOW, 12],
    deleteSessionByToken: [HASH],
    deleteSession: [ID, OTHER],
    renewToken: ['hash', 'other hash'],
    deleteOtherSessions: {
      all: { given: [ID, undefined] },
      'all but one': { given: [ID, HASH] },
    },
    listSessions: [ID, NOW, 12],
    setActing: [HASH, ID],
  }),
  show('people/server/throttle-store.ts', throttleStore, {
    takeAttempt: {
      'first of its key': { given: [[{ kind: 'login', key: HASH }], NOW], answers: [[], []] },
    },
    forgiveAttempt: [
      [
        { kind: 'login', key: HASH },
        { kind: 'address', key: HASH },
      ],
      NOW,
    ],
  }),
]
