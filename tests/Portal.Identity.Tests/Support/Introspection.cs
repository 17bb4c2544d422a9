using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Identity.Keys;
using Portal.Testing.Answers;

namespace Portal.Identity.Tests.Support;

/// <summary>What introspection (RFC 7662) tells of a token.</summary>
/// <param name="Active">Whether the token is good.</param>
/// <param name="TokenType">How it is used; null where nothing is told.</param>
/// <param name="Claims">What it says; null where nothing is told.</param>
internal sealed record Introspection(bool Active, string? TokenType, AccessTokenClaims? Claims)
{
    /// <summary>Reads an answer: the claims with two members beside them, or that the token is not good.</summary>
    public static Introspection Of(JsonElement answer)
    {
        var told = JsonObject.Create(answer)!;
        Assert.True(told.Remove("active", out var active));
        told.Remove("token_type", out var type);
        return new Introspection(
            active!.GetValue<bool>(),
            type?.GetValue<string>(),
            told.Count > 0 ? JsonSerializer.SerializeToElement(told).As<AccessTokenClaims>() : null);
    }
}
