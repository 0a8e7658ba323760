import * as client from 'openid-client'
import type { Config } from '#platform/server/config.ts'

/** What the provider said of a person, checked: signature, issuer, audience, nonce, state, PKCE. */
export interface Identity {
  /** Issuer and subject together: a subject means nothing at another issuer. */
  readonly subject: string
  /** The claim that may name a prepared account; undefined when absent or not verified. */
  readonly claim: string | undefined
}

const LOOPBACK = /^(?:localhost|127(?:\.[0-9]{1,3}){3}|\[::1\])$/u

const known = new Map<string, Promise<client.Configuration>>()

/** The provider's own description of itself, fetched once; a failure is forgotten, so that the next try asks again. */
const discover = (config: Config): Promise<client.Configuration> => {
  const issuer = config.oidcIssuer ?? ''
  const key = `${issuer} ${config.oidcClientId ?? ''}`
  const before = known.get(key)
  if (before) return before
  const url = new URL(issuer)
  const found = client.discovery(url, config.oidcClientId ?? '', config.oidcClientSecret, undefined, {
    timeout: 10,
    execute: [
      // The signature of the identity is checked too, not only that it came over the provider's own line.
      client.enableNonRepudiationChecks,
      // Without TLS only on this very machine, where tests and trials run their own provider.
      ...(url.protocol === 'http:' && LOOPBACK.test(url.hostname) ? [client.allowInsecureRequests] : []),
    ],
  })
  known.set(key, found)
  found.catch(() => known.delete(key))
  return found
}

export interface OidcStart {
  readonly url: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Where to send the browser, and what must come back with it. */
export const startOidc = async (config: Config, redirectUri: string): Promise<OidcStart> => {
  const provider = await discover(config)
  const verifier = client.randomPKCECodeVerifier()
  const state = client.randomState()
  const nonce = client.randomNonce()
  const url = client.buildAuthorizationUrl(provider, {
    redirect_uri: redirectUri,
    scope: 'openid profile email',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  })
  return { url: url.href, state, nonce, verifier }
}

/** Exchanges the provider's answer for an identity; throws when anything about it is not as it must be. */
export const finishOidc = async (
  config: Config,
  currentUrl: string,
  expected: { readonly state: string; readonly nonce: string; readonly verifier: string },
): Promise<Identity> => {
  const provider = await discover(config)
  const tokens = await client.authorizationCodeGrant(provider, new URL(currentUrl), {
    pkceCodeVerifier: expected.verifier,
    expectedState: expected.state,
    expectedNonce: expected.nonce,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) throw new Error('the provider sent no identity')
  const name = config.oidcLinkClaim
  let all: Readonly<Record<string, unknown>> = claims
  if (all[name] === undefined && provider.serverMetadata().userinfo_endpoint !== undefined) {
    all = { ...(await client.fetchUserInfo(provider, tokens.access_token, claims.sub)), ...claims }
  }
  const value = all[name]
  const trusted =
    typeof value === 'string' && value !== '' && (name !== 'email' || all['email_verified'] === true)
  return { subject: `${claims.iss} ${claims.sub}`, claim: trusted ? value : undefined }
}
