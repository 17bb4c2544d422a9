using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Portal.Web.Tests.Support;

/// <summary>
/// Identity's passkeys: asks what a real browser answers, and checks the challenge and the signature of it.
/// </summary>
internal sealed class FakePasskeyApi
{
    private const string Host = "localhost";

    private readonly ConcurrentDictionary<string, bool> _asked = new();

    /// <summary>Maps the passkeys of whoever is signed in.</summary>
    /// <param name="routes">The fake Identity.</param>
    /// <param name="find">Who asks.</param>
    /// <param name="isFresh">Whether the second factor was proven a short while ago.</param>
    /// <param name="prove">Notes that it was proven now.</param>
    public void Map(IEndpointRouteBuilder routes, Func<HttpContext, FakePerson> find, Func<bool> isFresh, Action prove)
    {
        routes.MapPost(
            "/api/v1/session/passkey/options",
            (HttpContext http) => Results.Json(new { options = RequestOptions(find(http)), state = "sealed" }));
        routes.MapPost("/api/v1/session/passkey", (AddBody body, HttpContext http) =>
        {
            if (body.State != "sealed" || !IsProven(find(http), body.Credential))
            {
                return FakeServices.Problem(
                    422,
                    "passkey-wrong",
                    "The passkey could not be checked. Ask for new options and try again.",
                    field: null);
            }

            prove();
            return Results.Json(new { });
        });
        routes.MapGet("/api/v1/passkeys", (HttpContext http) => Results.Json(find(http).Passkeys.Select(
            one => new { one.Id, one.Name, one.CreatedAt, one.LastUsedAt })));
        routes.MapPost("/api/v1/passkeys/options", (HttpContext http) => isFresh()
            ? Results.Json(new { options = CreationOptions(find(http)), state = "sealed" })
            : FakeServices.Problem(
                403, "second-factor-stale", "Your second factor was proven too long ago.", field: null));
        routes.MapPost("/api/v1/passkeys", (AddBody body, HttpContext http) =>
        {
            if (string.IsNullOrWhiteSpace(body.Name))
            {
                return FakeServices.Problem(
                    422, "name-invalid", "Give the passkey a name of at most 60 characters.", "name");
            }

            if (body.Credential is not { Id: { } id, Response: { } response }
                || !IsAnswered(response, "webauthn.create") || body.State != "sealed")
            {
                return FakeServices.Problem(
                    422,
                    "passkey-wrong",
                    "The passkey could not be checked. Ask for new options and try again.",
                    field: null);
            }

            var made = new FakePasskey(Guid.CreateVersion7(), body.Name, id, response.Key());
            find(http).Passkeys.Add(made);
            return Results.Json(new { made.Id, made.Name, made.CreatedAt, made.LastUsedAt }, statusCode: 201);
        });
        routes.MapDelete("/api/v1/passkeys/{id:guid}", (Guid id, HttpContext http) =>
        {
            if (!isFresh())
            {
                return FakeServices.Problem(
                    403, "second-factor-stale", "Your second factor was proven too long ago.", field: null);
            }

            find(http).Passkeys.RemoveAll(one => one.Id == id);
            return Results.NoContent();
        });
    }

    /// <summary>
    /// What to give to navigator.credentials.get; without a person, any passkey that the device keeps.
    /// </summary>
    public JsonObject RequestOptions(FakePerson? person) => new()
    {
        ["challenge"] = Challenge(),
        ["rpId"] = Host,
        ["allowCredentials"] = new JsonArray(
            [.. (person?.Passkeys ?? [])
                .Select(one => new JsonObject { ["type"] = "public-key", ["id"] = one.CredentialId })]),
        ["userVerification"] = person is null ? "required" : "preferred",
    };

    /// <summary>Whether a browser's answer proves a passkey of the person.</summary>
    public bool IsProven(FakePerson person, PasskeyCredential credential)
    {
        if (person.Passkeys.Find(one => one.CredentialId == credential.Id) is not { } passkey
            || credential.Response is not { } response || !IsAnswered(response, "webauthn.get"))
        {
            return false;
        }

        passkey.LastUsedAt = DateTimeOffset.UtcNow;
        return response.IsSignedWith(passkey.PublicKey);
    }

    private JsonObject CreationOptions(FakePerson person) => new()
    {
        ["challenge"] = Challenge(),
        ["rp"] = new JsonObject { ["id"] = Host, ["name"] = Host },
        ["user"] = new JsonObject
        {
            ["id"] = Base64Url.EncodeToString(person.Id.ToByteArray()),
            ["name"] = person.Name,
            ["displayName"] = person.Name,
        },
        ["pubKeyCredParams"] = new JsonArray(
            [.. ((int[])[-7, -257]).Select(alg => new JsonObject { ["type"] = "public-key", ["alg"] = alg })]),
        ["excludeCredentials"] = new JsonArray(
            [.. person.Passkeys.Select(one => new JsonObject { ["type"] = "public-key", ["id"] = one.CredentialId })]),
        ["authenticatorSelection"] = new JsonObject { ["residentKey"] = "preferred" },
        ["attestation"] = "none",
    };

    private string Challenge()
    {
        var challenge = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        _asked[challenge] = true;
        return challenge;
    }

    private bool IsAnswered(PasskeyResponse response, string type)
    {
        var client = response.ClientData();
        return client.Type == type && _asked.TryRemove(client.Challenge, out _);
    }

    internal sealed record AddBody(string? Name, PasskeyCredential Credential, string? State);
}
