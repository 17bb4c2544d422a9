using System.Net;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Portal.Identity.Features.Tokens.AuthenticateClient;

/// <summary>Who asks at an endpoint of OAuth, and what is to prove it. Nothing of it is trusted yet.</summary>
internal abstract record ClientProof
{
    private const string Basic = "Basic ";
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private ClientProof()
    {
    }

    /// <summary>
    /// Reads the proof from the Authorization header (client_secret_basic) or from the form (client_secret_post,
    /// private_key_jwt); using two ways is an error (RFC 6749, section 2.3), and so is using none.
    /// </summary>
    public static (ClientProof? Proof, OAuthError? Error) Read(StringValues authorization, OAuthForm form)
    {
        var ways = (authorization.Count > 0 ? 1 : 0) + (form["client_secret"] is null ? 0 : 1) + (
            form["client_assertion"] is null ? 0 : 1);
        if (ways > 1)
        {
            return (
                null,
                OAuthError.InvalidRequest(
                    "Prove the client in one way: Authorization header, client_secret or client_assertion."));
        }

        if (form["client_assertion"] is { } assertion)
        {
            return ReadAssertion(assertion, form);
        }

        if (authorization.Count == 0)
        {
            return (form["client_id"], form["client_secret"]) is ({ } id, { } secret)
                ? (new OfSecret(id, secret), null)
                : (null, OAuthError.InvalidClient);
        }

        if (authorization is not [{ } header] || !header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase)
            || Decode(header[Basic.Length..]) is not { } proof)
        {
            return (null, OAuthError.InvalidClient);
        }

        return form["client_id"] is not { } named || named == proof.Id
            ? (proof, null)
            : (
                null,
                OAuthError.InvalidRequest("client_id in the body differs from the one in the Authorization header."));
    }

    private static (ClientProof? Proof, OAuthError? Error) ReadAssertion(string text, OAuthForm form)
    {
        if (form["client_assertion_type"] != AssertionType)
        {
            return (
                null,
                OAuthError.InvalidRequest($"Send client_assertion_type={AssertionType} with a client_assertion."));
        }

        if (ClientAssertion.Read(text) is not { } assertion)
        {
            return (null, OAuthError.InvalidClient);
        }

        return form["client_id"] is not { } named || named == assertion.Subject
            ? (new OfAssertion(assertion), null)
            : (null, OAuthError.InvalidRequest("client_id differs from the subject of the client_assertion."));
    }

    private static OfSecret? Decode(string encoded)
    {
        try
        {
            var pair = Strict.GetString(Convert.FromBase64String(encoded.Trim()));
            return pair.IndexOf(':', StringComparison.Ordinal) is var colon and > 0
                ? new OfSecret(WebUtility.UrlDecode(pair[..colon]), WebUtility.UrlDecode(pair[(colon + 1)..]))
                : null;
        }
        catch (Exception malformed) when (malformed is FormatException or DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>A secret (RFC 6749, section 2.3.1).</summary>
    internal sealed record OfSecret(string Id, string Secret) : ClientProof
    {
        /// <summary>Never tells the secret.</summary>
        public override string ToString() => $"OfSecret {{ Id = {Id} }}";
    }

    /// <summary>A signed assertion (RFC 7523, section 2.2).</summary>
    internal sealed record OfAssertion(ClientAssertion Assertion) : ClientProof;
}
