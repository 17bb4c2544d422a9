// Walks the provider as a partner's developer would, with openid-client and jose. Usage, by environment:
//   ISSUER            address of the gateway, or of Identity itself
//   SECRET_CLIENT     client_id:secret of a client that proves itself by a secret
//   KEY_CLIENT        client_id of a client that proves itself by a key (optional, with KEY_JWK)
//   KEY_JWK           the private key as a JSON Web Key with its kid
//   ACCOUNT           id of an account of the clients' agency (optional)
// Prints one line for each step, and ends with 1 at the first that fails.
import assert from 'node:assert/strict';
import * as jose from 'jose';
import * as oauth from 'openid-client';

const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';

const issuer = new URL(process.env.ISSUER);
const separator = process.env.SECRET_CLIENT.indexOf(':');
const id = process.env.SECRET_CLIENT.slice(0, separator);
const secret = process.env.SECRET_CLIENT.slice(separator + 1);
const options = { execute: issuer.protocol === 'http:' ? [oauth.allowInsecureRequests] : [] };

async function step(name, work) {
  const value = await work();
  console.log(`ok ${name}`);
  return value;
}

function discover(client, authentication, algorithm) {
  return oauth.discovery(issuer, client, undefined, authentication, { ...options, algorithm });
}

async function refused(promise, error) {
  await assert.rejects(promise, (failure) => {
    assert.equal(failure.error, error, String(failure));
    return true;
  });
}

// Who is not proved is challenged (RFC 9110, section 15.5.2), which openid-client tells before the error in the body.
async function challenged(promise) {
  await assert.rejects(promise, (failure) => {
    assert.equal(failure.code, 'OAUTH_WWW_AUTHENTICATE_CHALLENGE', String(failure));
    assert.equal(failure.status, 401);
    return true;
  });
}

const basic = await step('discovery by RFC 8414', () => discover(id, oauth.ClientSecretBasic(secret), 'oauth2'));
const post = await step('discovery by OpenID Connect', () => discover(id, oauth.ClientSecretPost(secret), 'oidc'));
const server = basic.serverMetadata();
assert.equal(server.issuer, issuer.href.replace(/\/$/, ''));
assert.ok(server.grant_types_supported.includes(TOKEN_EXCHANGE));

const keys = jose.createRemoteJWKSet(new URL(server.jwks_uri));
async function verified(token, client) {
  const { payload, protectedHeader } = await jose.jwtVerify(token, keys, {
    issuer: server.issuer, audience: 'portal-api', typ: 'at+jwt', algorithms: ['ES256'],
  });
  assert.equal(payload.client_id, client);
  const published = await (await fetch(server.jwks_uri)).json();
  const key = published.keys.find((one) => one.kid === protectedHeader.kid);
  assert.equal(await jose.calculateJwkThumbprint(key), protectedHeader.kid);
  return payload;
}

async function journey(way, configuration, client) {
  const issued = await step(`${way}: client credentials`, () => oauth.clientCredentialsGrant(configuration));
  const claims = await step(`${way}: jose verifies the token`, () => verified(issued.access_token, client));
  const scope = claims.scope.split(' ')[0];

  const fewer = await step(`${way}: a narrower scope`, () => oauth.clientCredentialsGrant(configuration, { scope }));
  assert.equal(fewer.scope, scope);
  await step(`${way}: a scope beyond is refused`, () => refused(
    oauth.clientCredentialsGrant(configuration, { scope: 'partners.write' }), 'invalid_scope'));

  const parameters = { subject_token: issued.access_token, subject_token_type: ACCESS_TOKEN, scope };
  if (process.env.ACCOUNT) {
    parameters.account = process.env.ACCOUNT;
  }

  const exchanged = await step(`${way}: token exchange`, () => oauth.genericGrantRequest(configuration, TOKEN_EXCHANGE, parameters));
  assert.equal(exchanged.issued_token_type, ACCESS_TOKEN);
  const narrowed = await verified(exchanged.access_token, client);
  assert.equal(narrowed.scope, scope);
  assert.equal(narrowed.account, process.env.ACCOUNT || undefined);
  assert.ok(narrowed.exp <= claims.exp);

  const told = await step(`${way}: introspection`, () => oauth.tokenIntrospection(configuration, exchanged.access_token));
  assert.equal(told.active, true);
  assert.deepEqual([told.jti, told.scope, told.client_id], [narrowed.jti, scope, client]);

  await step(`${way}: revocation`, () => oauth.tokenRevocation(configuration, exchanged.access_token));
  assert.equal((await oauth.tokenIntrospection(configuration, exchanged.access_token)).active, false);
  await step(`${way}: garbage is not active`, async () =>
    assert.equal((await oauth.tokenIntrospection(configuration, 'garbage')).active, false));
}

await journey('client_secret_basic', basic, id);
await journey('client_secret_post', post, id);
await step('a wrong secret is refused', async () => challenged(
  oauth.clientCredentialsGrant(await discover(id, oauth.ClientSecretBasic('x'.repeat(43)), 'oauth2'))));

if (process.env.KEY_CLIENT) {
  const jwk = JSON.parse(process.env.KEY_JWK);
  const client = process.env.KEY_CLIENT;
  const key = { key: await jose.importJWK(jwk, 'ES256'), kid: jwk.kid };
  await journey('private_key_jwt', await discover(client, oauth.PrivateKeyJwt(key), 'oauth2'), client);

  const other = await jose.generateKeyPair('ES256');
  await step('another key is refused', async () => challenged(oauth.clientCredentialsGrant(
    await discover(client, oauth.PrivateKeyJwt({ key: other.privateKey, kid: jwk.kid }), 'oauth2'))));
}

console.log('done');
