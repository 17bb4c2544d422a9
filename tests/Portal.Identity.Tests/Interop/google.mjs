// A provider standing in for Google: node google.mjs <port> <client id> <client secret> <redirect uri>.
// GET /accounts?sub=...&email=...&verified=... makes an account; whoever signs in types its sub as the login.
import { Provider } from 'oidc-provider';

const [port, clientId, clientSecret, redirectUri] = process.argv.slice(2);

const accounts = new Map();
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uris: [redirectUri],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'client_secret_post',
  }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  // Google puts the address into the ID token.
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  cookies: { keys: ['of no account'] },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...accounts.get(id) }) }),
});

provider.use((context, next) => {
  if (context.path !== '/accounts') {
    return next();
  }

  const { sub, email, verified } = context.query;
  accounts.set(sub, { email, email_verified: verified === 'true' });
  context.body = 'kept';
});

// Its own pages would ask another host for fonts.
provider.use(async (context, next) => {
  await next();
  if (typeof context.body === 'string') {
    context.body = context.body.replaceAll(/@import url\([^)]*\);/g, '');
  }
});

provider.listen(Number(port), '127.0.0.1', () => console.log('ready'));
